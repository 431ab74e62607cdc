package dev.vrrpd.command;

import dev.vrrpd.core.config.StatusConfig;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.status.SocketPlace;
import dev.vrrpd.status.StatusSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the socket of the daemon that runs with some options: where such a daemon would have it;
 * where its configuration has it; and where none was named, the only one on this machine.
 */
final class DaemonSearch {
  private final CommandLine given;
  private final DaemonOptions options;

  /** What came of it. */
  sealed interface Found {
    record At(Path socket) implements Found {}

    /** More than one daemon is meant. */
    record Several(List<Path> sockets) implements Found {}

    record Nowhere(String why) implements Found {}
  }

  DaemonSearch(CommandLine given, DaemonOptions options) {
    this.given = given;
    this.options = options;
  }

  /**
   * @param named on the command line
   */
  Found find(Optional<Path> named) {
    return named
        .<Found>map(Found.At::new)
        .or(this::usual)
        .or(this::configured)
        .or(this::elsewhere)
        .orElseGet(this::nowhere);
  }

  /** In the namespace that was asked for, else in ours, else in whichever there is. */
  private Optional<Found> usual() {
    try {
      Path exact = SocketPlace.of(options.config(), options.configId(), options.namespace());
      if (isThere(exact)) {
        return Optional.of(new Found.At(exact));
      }
    } catch (IOException _) {
      return Optional.empty();
    }
    return options.namespace().isPresent()
        ? Optional.empty()
        : among(SocketPlace.served(options.config(), options.configId()));
  }

  /** One that may not be asked is there as well; the asking says so. */
  private static boolean isThere(Path socket) {
    return StatusSocket.isServed(socket) || (Files.exists(socket) && !Files.isWritable(socket));
  }

  private Optional<Found> configured() {
    return configuredStatus()
        .flatMap(StatusConfig::path)
        .map(Path::of)
        .filter(DaemonSearch::isThere)
        .map(Found.At::new);
  }

  private Optional<StatusConfig> configuredStatus() {
    return new ConfigurationFile(options)
        .anywhere()
        .map(config -> config.global().doors().status());
  }

  private Optional<Found> elsewhere() {
    boolean asked =
        Stream.of(Option.CONFIG, Option.USE_FILE, Option.CONFIG_ID, Option.NAMESPACE)
            .anyMatch(given::has);
    return asked ? Optional.empty() : among(SocketPlace.served());
  }

  private static Optional<Found> among(List<Path> sockets) {
    return switch (sockets.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Found.At(sockets.getFirst()));
      default -> Optional.of(new Found.Several(sockets));
    };
  }

  private Found nowhere() {
    Optional<StatusConfig> status = configuredStatus();
    if (status.filter(s -> !s.served()).isPresent()) {
      return new Found.Nowhere(
          options.config() + " has status_socket none: the daemon cannot be asked");
    }
    return new Found.Nowhere(
        "no vrrpd runs with %s, or one that is older than this command; -f FILE names another"
            .formatted(options.config()));
  }

  /** What to type instead. */
  static String choices(List<Path> sockets) {
    return sockets.stream()
        .map(socket -> "  vrrpd status --socket " + socket)
        .collect(Collectors.joining("\n", "several daemons run here; choose one:\n", ""));
  }
}
