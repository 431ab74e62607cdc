package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.surface.dump.Portraits;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WallClockWatchTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong wall = new AtomicLong(1000 * SECOND);
  private final AtomicLong moment = new AtomicLong(7 * SECOND);
  private final WallClockWatch watch =
      new WallClockWatch(wall::get, () -> new Moment(moment.get()));

  @Test
  void whereNothingIsSignedNobodyAsksForTheTime() {
    watch.use(config("authentication {\n auth_type PASS\n auth_pass secret\n }"));

    assertThat(watch.moved()).isEmpty();
  }

  @Test
  void theFirstLookTellsWhatTheClockShowedAtZero() {
    watch.use(signed());

    assertThat(watch.moved()).hasValue(shown(993 * SECOND));
    assertThat(watch.moved()).isEmpty();
  }

  @Test
  void aClockThatGoesOnIsNoNewsAndOneThatIsSetIs() {
    watch.use(signed());
    Optional<Input> _ = watch.moved();

    wall.addAndGet(60 * SECOND);
    moment.addAndGet(60 * SECOND + 4_000_000);
    assertThat(watch.moved()).isEmpty();

    wall.addAndGet(-10 * SECOND);
    assertThat(watch.moved()).hasValue(shown(983 * SECOND - 4_000_000));
    assertThat(watch.moved()).isEmpty();
  }

  private static Input shown(long nanos) {
    return new Input.ClockSet(new WallTime(nanos));
  }

  private static DaemonConfig signed() {
    return config("auth_hmac {\n key 1 0123456789abcdef0123456789abcdef\n active_key 1\n }");
  }

  private static DaemonConfig config(String authentication) {
    return Portraits.config(
        """
        vrrp_instance V {
          interface eth0
          virtual_router_id 51
          version 2
          %s
          virtual_ipaddress {
            10.9.0.100
          }
        }
        """
            .formatted(authentication));
  }
}
