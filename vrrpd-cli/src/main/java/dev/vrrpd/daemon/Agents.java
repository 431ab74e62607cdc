package dev.vrrpd.daemon;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.dbus.BusService;
import dev.vrrpd.dbus.Units;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.snmp.SnmpService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Other daemons that look in and are told, each only if the configuration has it. Nothing here
 * waits for any of them. Confined to the loop.
 */
final class Agents {
  /** How long the last words may take. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final Executor files;
  private final Executor loop;
  private final Consumer<Input> turn;
  private final String version;
  private final Supplier<Optional<Picture>> pictures;
  private final Deliveries deliveries;
  private Optional<BusService> bus = Optional.empty();
  private Optional<SnmpService> snmp = Optional.empty();

  /**
   * @param files one worker, off the loop
   * @param turn hands an input to the router, on the loop
   * @param version the daemon's name and version
   * @param pictures the last one published; asked on any thread
   * @param deliveries counts what came of what was told
   */
  Agents(
      Executor files,
      Executor loop,
      Consumer<Input> turn,
      String version,
      Supplier<Optional<Picture>> pictures,
      Deliveries deliveries) {
    this.files = files;
    this.loop = loop;
    this.turn = turn;
    this.version = version;
    this.pictures = pictures;
    this.deliveries = deliveries;
  }

  /** Before the router hears of a configuration. */
  void use(DaemonConfig config) {
    AgentsConfig agents = config.global().doors().agents();
    if (agents.busName().isEmpty()) {
      closeBus();
    } else {
      bus = bus.or(() -> Optional.of(openBus()));
      bus.get().use(config);
    }
    if (agents.mibs().isEmpty()) {
      closeSnmp();
    } else {
      snmp = snmp.or(() -> Optional.of(new SnmpService(version, pictures, deliveries)));
      snmp.get().use(config);
    }
  }

  /** The way to systemd, for checks. */
  static Units units() {
    return new Units(busAddress(), Libc.getuid());
  }

  private static Optional<String> busAddress() {
    return Optional.ofNullable(System.getenv("DBUS_SYSTEM_BUS_ADDRESS"));
  }

  private BusService openBus() {
    return new BusService(
        busAddress(),
        Libc.getuid(),
        new WishesAsSignals(
            instance -> loop.execute(() -> turn.accept(new Input.Announce(instance)))),
        deliveries);
  }

  void notify(Output.Notify notice) {
    bus.ifPresent(there -> there.notify(notice));
    snmp.ifPresent(there -> there.notify(notice));
  }

  void close() {
    closeBus();
    closeSnmp();
  }

  private void closeBus() {
    bus.ifPresent(there -> {
      there.close();
      files.execute(() -> there.awaitEnd(FAREWELL));
    });
    bus = Optional.empty();
  }

  private void closeSnmp() {
    snmp.ifPresent(there -> {
      there.close();
      files.execute(() -> there.awaitEnd(FAREWELL));
    });
    snmp = Optional.empty();
  }
}
