package dev.vrrpd.command;

import dev.vrrpd.daemon.DaemonOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a command line to the daemon's options, with the defaults of the name it was called by. */
final class DaemonArguments {
  /** Whoever writes it means it, so it comes before a file that keepalived has left. */
  private static final Path OWN_CONFIG = Path.of("/etc/vrrpd/vrrpd.conf");

  private static final Path DEFAULT_CONFIG = Path.of("/etc/keepalived/keepalived.conf");

  private static final Path DEFAULT_LOG_FILE = Path.of("/tmp/keepalived.log");
  private static final Path DEFAULT_PID_FILE = Path.of("/run/keepalived.pid");
  private static final Path DEFAULT_VRRP_PID_FILE = Path.of("/run/vrrp.pid");
  private static final int FACILITY_USER = 1;
  private static final int FACILITY_DAEMON = 3;
  private static final int FACILITY_LOCAL0 = 16;

  private final CommandLine given;
  private final CalledAs calledAs;
  private final Path directory;

  /**
   * @param directory relative file names start there
   */
  DaemonArguments(CommandLine given, CalledAs calledAs, Path directory) {
    this.given = given;
    this.calledAs = calledAs;
    this.directory = directory;
  }

  /** Throws {@link IllegalArgumentException}, in words for the operator. */
  DaemonOptions options(List<String> commandLine) {
    return new DaemonOptions(
        config(),
        given.value(Option.CONFIG_ID),
        given.has(Option.ALL_CONFIG),
        background(),
        console(),
        given.count(Option.LOG_DETAIL),
        syslogFacility(),
        logFile(),
        given.has(Option.FLUSH_LOG_FILE),
        pidFiles(),
        given.value(Option.NAMESPACE),
        umask(),
        given.has(Option.DONT_RELEASE_VRRP),
        given.has(Option.IGNORE_SIGINT),
        given.has(Option.DUMP_CONF),
        withoutEffect(),
        commandLine);
  }

  Path config() {
    return given
        .value(Option.CONFIG)
        .or(() -> given.value(Option.USE_FILE))
        .map(this::file)
        .orElseGet(() -> Files.exists(OWN_CONFIG) ? OWN_CONFIG : DEFAULT_CONFIG);
  }

  private Path file(String name) {
    return directory.resolve(name).normalize();
  }

  private boolean background() {
    return calledAs == CalledAs.KEEPALIVED && !given.has(Option.DONT_FORK);
  }

  /** keepalived looks at {@code -l} in the foreground only. */
  private boolean console() {
    return switch (calledAs) {
      case VRRPD -> true;
      case KEEPALIVED -> given.has(Option.LOG_CONSOLE) && given.has(Option.DONT_FORK);
    };
  }

  private Optional<Integer> syslogFacility() {
    Optional<Integer> facility = given.value(Option.LOG_FACILITY).map(DaemonArguments::facility);
    if (given.has(Option.NO_SYSLOG)) {
      return Optional.empty();
    }
    return switch (calledAs) {
      case VRRPD -> facility;
      case KEEPALIVED -> Optional.of(facility.orElse(FACILITY_DAEMON));
    };
  }

  private static int facility(String word) {
    String name = word.startsWith("local") ? word.substring("local".length()) : word;
    if (name.matches("[0-7]")) {
      return FACILITY_LOCAL0 + Integer.parseInt(name);
    }
    return switch (word) {
      case "daemon" -> FACILITY_DAEMON;
      case "user" -> FACILITY_USER;
      default -> throw new IllegalArgumentException("Invalid log facility '" + word + "'");
    };
  }

  private Optional<Path> logFile() {
    return given.has(Option.LOG_FILE)
        ? given.value(Option.LOG_FILE).map(this::file).or(() -> Optional.of(DEFAULT_LOG_FILE))
        : Optional.empty();
  }

  private List<Path> pidFiles() {
    return Stream.of(
            pidFile(Option.PID, DEFAULT_PID_FILE), pidFile(Option.VRRP_PID, DEFAULT_VRRP_PID_FILE))
        .flatMap(Optional::stream)
        .toList();
  }

  /** vrrpd writes one only when asked: several may run beside each other. */
  private Optional<Path> pidFile(Option option, Path standard) {
    return given
        .value(option)
        .map(this::file)
        .or(() -> calledAs == CalledAs.KEEPALIVED ? Optional.of(standard) : Optional.empty());
  }

  private Optional<Integer> umask() {
    return given
        .value(Option.UMASK)
        .map(mask -> {
          try {
            return Integer.decode(mask) & 0777;
          } catch (NumberFormatException _) {
            throw new IllegalArgumentException("Invalid umask '" + mask + "'");
          }
        });
  }

  private List<String> withoutEffect() {
    return given.options().keySet().stream()
        .filter(Option::withoutEffect)
        .map(option -> "--" + option.longName())
        .toList();
  }
}
