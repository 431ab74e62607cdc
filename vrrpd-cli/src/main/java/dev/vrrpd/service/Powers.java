package dev.vrrpd.service;

import dev.vrrpd.core.config.DaemonConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The capabilities(7) of this process, and what will not work without those it lacks.
 *
 * @param effective bit mask of {@code CapEff}
 */
public record Powers(long effective) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LABEL = "CapEff:";

  /** A capability that the daemon has a use for. */
  enum Capability {
    NET_ADMIN(12, "virtual addresses cannot be set"),
    NET_RAW(13, "advertisements can neither be sent nor received"),
    SYS_NICE(23, "adverts may be late on a busy machine: no real-time priority"),
    IPC_LOCK(14, "vrrp_no_swap has no effect"),
    SETUID(7, "scripts cannot run as another user"),
    SETGID(6, "scripts cannot run as another group"),
    KILL(5, "scripts of another user cannot be ended when they overstay");

    private final int bit;
    private final String loss;

    Capability(int bit, String loss) {
      this.bit = bit;
      this.loss = loss;
    }
  }

  /** Those that this process has now. */
  public static Powers ofThisProcess() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return new Powers(
          lines
              .filter(line -> line.startsWith(LABEL))
              .mapToLong(line -> Long.parseUnsignedLong(line.substring(LABEL.length()).strip(), 16))
              .findFirst()
              .orElse(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One sentence for each capability that the configuration has a use for and that is missing. */
  public List<String> missingFor(DaemonConfig config) {
    return Stream.of(Capability.values())
        .filter(capability -> (effective & 1L << capability.bit) == 0)
        .filter(capability -> usedBy(config, capability))
        .map(capability -> "CAP_%s is missing: %s".formatted(capability, capability.loss))
        .toList();
  }

  private static boolean usedBy(DaemonConfig config, Capability capability) {
    return switch (capability) {
      case NET_ADMIN, NET_RAW -> !config.instances().isEmpty();
      case SYS_NICE -> config.global().realtimePriority().orElse(1) != 0;
      case IPC_LOCK -> config.global().noSwap();
      case SETUID, SETGID, KILL -> !config.scripts().isEmpty();
    };
  }
}
