package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Authentication;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that the wall clock was set or has drifted, for those who sign advertisements with its
 * time; looks at it for nobody else. Confined to the loop.
 */
final class WallClockWatch {
  /** Far below a second, the unit of all tolerances; far above what two readings are apart. */
  private static final long NOTICEABLE_NANOS = 5_000_000;

  private final LongSupplier wall;
  private final Clock clock;
  private boolean wanted;
  private Optional<WallTime> told = Optional.empty();

  /**
   * @param wall nanoseconds since 1970
   */
  WallClockWatch(LongSupplier wall, Clock clock) {
    this.wall = wall;
    this.clock = clock;
  }

  /** Before the router hears of a configuration. */
  void use(DaemonConfig config) {
    wanted =
        config.instances().stream()
            .anyMatch(i -> i.parameters().authentication() instanceof Authentication.Signed);
  }

  /** What the router has to be told before anything else. */
  Optional<Input> moved() {
    if (!wanted) {
      return Optional.empty();
    }
    WallTime atZero = new WallTime(wall.getAsLong() - clock.now().nanos());
    boolean moved =
        told.isEmpty() || Math.abs(atZero.nanos() - told.get().nanos()) > NOTICEABLE_NANOS;
    if (moved) {
      told = Optional.of(atZero);
    }
    return moved ? Optional.of(new Input.ClockSet(atZero)) : Optional.empty();
  }
}
