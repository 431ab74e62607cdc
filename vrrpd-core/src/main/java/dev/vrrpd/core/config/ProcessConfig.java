package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The process.
 *
 * @param instance {@code instance}: part of pid file names
 * @param namespace {@code net_namespace}, a name of ip-netns(8)
 * @param pidDirectory {@code use_pid_dir}, or implied by the two above
 * @param name {@code process_name}
 * @param umask {@code umask}
 * @param startup {@code startup_script}
 * @param shutdown {@code shutdown_script}
 * @param tuning scheduling, and what of the kernel is set while it runs
 * @param logLevels {@code log_level}; what is not named says what {@code -D} asks for
 */
public record ProcessConfig(
    Optional<String> instance,
    Optional<String> namespace,
    boolean pidDirectory,
    Optional<String> name,
    OptionalInt umask,
    Optional<Once> startup,
    Optional<Once> shutdown,
    TuningConfig tuning,
    Map<LogLevel.Part, LogLevel> logLevels) {
  public static final ProcessConfig STANDARD =
      new ProcessConfig(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          TuningConfig.NONE,
          Map.of());

  public ProcessConfig {
    logLevels = Map.copyOf(logLevels);
  }

  /**
   * A script that is run once and waited for.
   *
   * @param timeout then it is killed; 1 to 1000 s
   */
  public record Once(Command command, Duration timeout) {}

  Stream<Command> commands() {
    return Stream.concat(startup.stream(), shutdown.stream()).map(Once::command);
  }
}
