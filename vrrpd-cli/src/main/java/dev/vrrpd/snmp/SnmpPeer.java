package dev.vrrpd.snmp;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.door.Outlet;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session with the AgentX master and hands it the traps. A master that is not there, goes
 * away or stops answering is tried again at the next event or rest; what is told meanwhile is lost.
 * Confined to the outlet's thread.
 */
final class SnmpPeer implements Outlet.Peer<SnmpEvent> {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private final String version;
  private final Supplier<Optional<Picture>> pictures;
  private Optional<Showing> showing = Optional.empty();
  private Optional<Master> master = Optional.empty();
  private boolean complained;

  SnmpPeer(String version, Supplier<Optional<Picture>> pictures) {
    this.version = version;
    this.pictures = pictures;
  }

  @Override
  public Optional<Fate> take(SnmpEvent event) {
    return switch (event) {
      case SnmpEvent.Configured(DaemonConfig fresh) -> {
        disconnect();
        showing = Optional.of(new Showing(version, fresh, pictures));
        connect();
        yield Optional.empty();
      }
      case SnmpEvent.Told(Output.Notify notice) ->
          showing.map(shown -> Traps.of(notice, shown.sight())).orElse(List.of()).stream()
              .map(this::tell)
              .reduce((one, other) -> one == Fate.DONE ? other : one);
    };
  }

  private Fate tell(List<Variable> trap) {
    connect();
    try {
      if (master.isPresent()) {
        master.get().tell(trap);
        return Fate.DONE;
      }
    } catch (IOException e) {
      lost(e);
    }
    return Fate.FAILED;
  }

  private void connect() {
    if (master.isPresent() && !master.get().connected()) {
      disconnect();
    }
    if (master.isPresent() || showing.isEmpty()) {
      return;
    }
    Showing shown = showing.get();
    try {
      master =
          Optional.of(
              Master.open(
                  MasterAddress.of(shown.socket()), version, shown.subtrees(), shown::view));
      complained = false;
      log.info("AgentX subagent connected to {}", shown.socket());
    } catch (IOException | IllegalArgumentException e) {
      lost(e);
    }
  }

  private void lost(Exception e) {
    if (!complained) {
      complained = true;
      log.warn("no AgentX master: {}; trying again", e.getMessage());
    }
    disconnect();
  }

  private void disconnect() {
    try {
      if (master.isPresent()) {
        master.get().close();
      }
    } catch (IOException e) {
      log.debug("leaving the AgentX master: {}", e.toString());
    }
    master = Optional.empty();
  }

  @Override
  public void rest() {
    connect();
    try {
      if (master.isPresent()) {
        master.get().ping();
      }
    } catch (IOException e) {
      lost(e);
    }
  }

  @Override
  public void leave() {
    disconnect();
  }
}
