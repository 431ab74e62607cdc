package dev.vrrpd.core.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How the process gets along with the rest of its machine. Taken at the start; a reload leaves it
 * as it is.
 *
 * @param nice {@code vrrp_priority}, -20 to 19; empty: as inherited
 * @param processors {@code vrrp_cpu_affinity}; empty: as inherited
 * @param realTimeLimitMicros {@code vrrp_rlimit_rttime}, at least 2; empty: as inherited
 * @param silencesLocalReports {@code disable_local_igmp}
 */
public record TuningConfig(
    OptionalInt nice,
    List<Integer> processors,
    OptionalLong realTimeLimitMicros,
    boolean silencesLocalReports) {
  /** Everything as inherited. */
  public static final TuningConfig NONE =
      new TuningConfig(OptionalInt.empty(), List.of(), OptionalLong.empty(), false);

  public TuningConfig {
    processors = List.copyOf(processors);
  }
}
