package dev.vrrpd.daemon;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.StatusConfig;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.status.SocketPlace;
import dev.vrrpd.status.StatusDocument;
import dev.vrrpd.status.StatusSocket;
import dev.vrrpd.surface.HostName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the socket of {@code vrrpd status} where the configuration wants it. Opening and closing
 * take time: never on the loop. Without a place for it the daemon goes on, and says so.
 */
final class StatusService {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private final Supplier<Optional<Picture>> pictures;
  private final DaemonOptions options;
  private final String version;
  private StatusConfig wanted = StatusConfig.NONE;
  private Optional<StatusSocket> socket = Optional.empty();

  StatusService(Supplier<Optional<Picture>> pictures, DaemonOptions options, String version) {
    this.pictures = pictures;
    this.options = options;
    this.version = version;
  }

  /** Opens, moves or closes the socket; in the network namespace of the daemon. */
  synchronized void use(GlobalConfig global) {
    StatusConfig asked = global.doors().status();
    if (asked.equals(wanted) && socket.isPresent() == asked.served()) {
      return;
    }
    close();
    wanted = asked;
    socket = asked.served() ? open(asked) : Optional.empty();
  }

  private Optional<StatusSocket> open(StatusConfig asked) {
    try {
      return switch (StatusSocket.start(place(asked), asked.mode(), this::document)) {
        case StatusSocket.Start.Listening(StatusSocket opened) -> Optional.of(opened);
        case StatusSocket.Start.Refused(String reason) -> refused(asked, reason);
      };
    } catch (IOException e) {
      return refused(asked, e.toString());
    }
  }

  /** In a container without a /run that can be written it is nobody's mistake. */
  private static Optional<StatusSocket> refused(StatusConfig asked, String reason) {
    log.atLevel(asked.path().isPresent() ? Level.WARN : Level.INFO)
        .log("vrrpd status will not find this daemon: {}", reason);
    return Optional.empty();
  }

  private Path place(StatusConfig asked) throws IOException {
    if (asked.path().isPresent()) {
      return Path.of(asked.path().get());
    }
    SocketPlace.makeDirectory();
    return SocketPlace.own(options.config(), options.configId());
  }

  private String document() {
    return new StatusDocument(
            version, HostName.whole(), ProcessHandle.current().pid(), options.config())
        .of(pictures.get(), Clock.MONOTONIC.now());
  }

  synchronized void close() {
    socket.ifPresent(StatusSocket::close);
    socket = Optional.empty();
  }
}
