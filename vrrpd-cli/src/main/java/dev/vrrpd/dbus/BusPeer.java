package dev.vrrpd.dbus;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.door.Outlet;
import dev.vrrpd.metrics.Deliveries.Fate;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the objects and tells the signals. A bus that is not there, goes away or stops answering is
 * tried again at the next event or rest; what is told meanwhile is lost. Confined to the outlet's
 * thread.
 */
final class BusPeer implements Outlet.Peer<BusEvent> {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  /** Makes a signal for an object. */
  private interface Signal {
    DBusSignal at(String path) throws DBusException;
  }

  private final String address;
  private final long uid;
  private final BusStates states;
  private final Wishes wishes;
  private final Map<String, InstanceObject> objects = new LinkedHashMap<>();
  private final Map<String, String> farewells = new HashMap<>();
  private Optional<Bus> bus = Optional.empty();
  private Optional<DaemonConfig> config = Optional.empty();
  private boolean complained;

  BusPeer(String address, long uid, BusStates states, Wishes wishes) {
    this.address = address;
    this.uid = uid;
    this.states = states;
    this.wishes = wishes;
  }

  @Override
  public Optional<Fate> take(BusEvent event) {
    return switch (event) {
      case BusEvent.Configured(DaemonConfig fresh) -> configured(fresh);
      case BusEvent.Told(Output.Notify notice) ->
          notice.subject() == Subject.GROUP
              ? Optional.empty()
              : BusState.of(notice.notice()).flatMap(state -> entered(notice.name(), state));
      case BusEvent.Stopped() -> emit(path(), VrrpInterface.VrrpStopped::new);
    };
  }

  private Optional<Fate> configured(DaemonConfig fresh) {
    boolean first = config.isEmpty();
    if (!first && !busName(fresh).equals(busName(config.get()))) {
      disconnect();
    }
    config = Optional.of(fresh);
    renew(fresh);
    return emit(path(), first ? VrrpInterface.VrrpStarted::new : VrrpInterface.VrrpReloaded::new);
  }

  /** Who stays keeps its state; who leaves is still told of. */
  private void renew(DaemonConfig fresh) {
    Map<String, InstanceObject> before = new HashMap<>(objects);
    objects.clear();
    farewells.clear();
    before.forEach((name, object) -> farewells.put(name, object.getObjectPath()));
    BusPaths paths = new BusPaths(fresh.global().doors());
    for (InstanceConfig instance : fresh.instances()) {
      InstanceObject old = before.get(instance.name());
      String path = paths.of(instance);
      boolean same = old != null && old.getObjectPath().equals(path);
      objects.put(
          instance.name(), same ? old : new InstanceObject(path, instance.name(), states, wishes));
    }
    before.forEach((name, object) -> {
      if (objects.get(name) != object) {
        bus.ifPresent(there -> there.withdraw(object.getObjectPath()));
      }
    });
    objects.forEach((name, object) -> {
      if (before.get(name) != object) {
        offer(object);
      }
    });
  }

  private void offer(InstanceObject object) {
    try {
      if (bus.isPresent()) {
        bus.get().offer(object);
      }
    } catch (DBusException e) {
      lost(e);
    }
  }

  private Optional<Fate> entered(String instance, BusState state) {
    InstanceObject object = objects.get(instance);
    String path = object == null ? farewells.get(instance) : object.getObjectPath();
    return path == null
        ? Optional.empty()
        : emit(path, at -> new InstanceInterface.VrrpStatusChange(at, state.number));
  }

  private Optional<Fate> emit(String path, Signal signal) {
    connect();
    try {
      if (bus.isPresent()) {
        bus.get().emit(signal.at(path));
        return Optional.of(Fate.DONE);
      }
    } catch (DBusException e) {
      lost(e);
    }
    return Optional.of(Fate.FAILED);
  }

  private void connect() {
    if (bus.isPresent() && !bus.get().connected()) {
      disconnect();
    }
    if (bus.isPresent() || config.isEmpty()) {
      return;
    }
    String name = busName(config.get());
    try {
      Bus there = Bus.connect(address, uid, name);
      bus = Optional.of(there);
      there.offer(new DaemonObject(path(), wishes));
      objects.values().forEach(this::offer);
      complained = false;
      log.info("Acquired DBus bus {}", name);
    } catch (DBusException e) {
      lost(e);
    }
  }

  private void lost(DBusException e) {
    if (!complained) {
      complained = true;
      log.warn("no D-Bus at {}: {}; trying again", address, e.getMessage());
    }
    disconnect();
  }

  private void disconnect() {
    try {
      if (bus.isPresent()) {
        bus.get().close();
      }
    } catch (IOException e) {
      log.debug("leaving D-Bus: {}", e.toString());
    }
    bus = Optional.empty();
  }

  private String path() {
    return new BusPaths(config.orElseThrow().global().doors()).ofDaemon();
  }

  private static String busName(DaemonConfig config) {
    return config.global().doors().agents().busName().orElseThrow();
  }

  @Override
  public void rest() {
    connect();
  }

  @Override
  public void leave() {
    disconnect();
  }
}
