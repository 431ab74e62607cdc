package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.config.TuningConfig;
import java.util.List;
import java.util.function.Function;

/**
 * Keywords that count when the daemon starts and that no reload changes: scheduling and memory of
 * the process, its name, files and network namespace.
 */
public final class FixedAtStart {
  private static final List<Fixed> NAMES =
      List.of(
          process("instance", ProcessConfig::instance),
          process("net_namespace", ProcessConfig::namespace));

  private static final List<Fixed> REST =
      List.of(
          process("use_pid_dir", ProcessConfig::pidDirectory),
          process("process_name", ProcessConfig::name),
          process("umask", ProcessConfig::umask),
          new Fixed("vrrp_rt_priority", GlobalConfig::realtimePriority),
          new Fixed("vrrp_no_swap", GlobalConfig::noSwap),
          tuning("vrrp_priority", TuningConfig::nice),
          tuning("vrrp_cpu_affinity", TuningConfig::processors),
          tuning("vrrp_rlimit_rttime", TuningConfig::realTimeLimitMicros),
          tuning("disable_local_igmp", TuningConfig::silencesLocalReports));

  private record Fixed(String keyword, Function<GlobalConfig, Object> value) {
    boolean differs(DaemonConfig one, DaemonConfig other) {
      return !value.apply(one.global()).equals(value.apply(other.global()));
    }
  }

  private FixedAtStart() {}

  private static Fixed process(String keyword, Function<ProcessConfig, Object> value) {
    return new Fixed(keyword, global -> value.apply(global.doors().process()));
  }

  private static Fixed tuning(String keyword, Function<TuningConfig, Object> value) {
    return process(keyword, process -> value.apply(process.tuning()));
  }

  /**
   * Keywords that must not differ from those at the start: names of files and the namespace of
   * sockets are for the life of the process.
   */
  public static List<String> forbidding(DaemonConfig started, DaemonConfig fresh) {
    return differing(NAMES, started, fresh);
  }

  /** Keywords that differ from those at the start and wait for the next one. */
  public static List<String> waiting(DaemonConfig started, DaemonConfig fresh) {
    return differing(REST, started, fresh);
  }

  private static List<String> differing(List<Fixed> all, DaemonConfig started, DaemonConfig fresh) {
    return all.stream().filter(fixed -> fixed.differs(started, fresh)).map(Fixed::keyword).toList();
  }
}
