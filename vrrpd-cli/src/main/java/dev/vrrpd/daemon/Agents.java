package dev.vrrpd.daemon;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.dbus.BusService;
import dev.vrrpd.netlink.libc.Libc;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Other daemons that look in and are told, each only if the configuration has it. Nothing here
 * waits for any of them. Confined to the loop, except where it says otherwise.
 */
final class Agents {
  /** How long the last words may take. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final Executor files;
  private final Executor loop;
  private final Consumer<Input> turn;
  private final Map<String, String> environment;
  private Optional<BusService> bus = Optional.empty();

  /**
   * @param files one worker, off the loop
   * @param turn hands an input to the router, on the loop
   */
  Agents(Executor files, Executor loop, Consumer<Input> turn, Map<String, String> environment) {
    this.files = files;
    this.loop = loop;
    this.turn = turn;
    this.environment = environment;
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
  }

  private BusService openBus() {
    return new BusService(
        Optional.ofNullable(environment.get("DBUS_SYSTEM_BUS_ADDRESS")),
        Libc.getuid(),
        new WishesAsSignals(
            instance -> loop.execute(() -> turn.accept(new Input.Announce(instance)))));
  }

  void notify(Output.Notify notice) {
    bus.ifPresent(there -> there.notify(notice));
  }

  void close() {
    closeBus();
  }

  private void closeBus() {
    bus.ifPresent(there -> {
      there.close();
      files.execute(() -> there.awaitEnd(FAREWELL));
    });
    bus = Optional.empty();
  }
}
