package dev.vrrpd.netlink.kernel;

import dev.vrrpd.netlink.rtnetlink.AddressCommands;
import dev.vrrpd.netlink.rtnetlink.AddressOperation;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Failure;
import dev.vrrpd.netlink.rtnetlink.RoutingCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A thread with sockets of its own for what would hold the loop up: large sets of addresses, and
 * links. The sockets are opened by the thread that makes the worker, and so in that thread's
 * network namespace.
 */
final class AddressWorker implements AutoCloseable {
  private final AddressCommands commands = AddressCommands.open();
  private final RoutingCommands routing = RoutingCommands.open();
  private final VirtualLinks links = new VirtualLinks();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "vrrpd-addresses"));

  /** Carries out, then tells, on the worker's thread. */
  void carryOut(List<AddressOperation> operations, Consumer<List<Failure>> whenDone) {
    thread.execute(() -> whenDone.accept(commands.carryOut(operations)));
  }

  /** The same for links and the packet filter. */
  void carryOut(
      Function<VirtualLinks, Optional<VirtualLinks.Refusal>> work,
      Consumer<Optional<VirtualLinks.Refusal>> whenDone) {
    thread.execute(() -> whenDone.accept(work.apply(links)));
  }

  /** The same for routes and rules. */
  void route(
      Function<RoutingCommands, List<RoutingCommands.Failure>> work,
      Consumer<List<RoutingCommands.Failure>> whenDone) {
    thread.execute(() -> whenDone.accept(work.apply(routing)));
  }

  /** After what it was given before. */
  @Override
  public void close() {
    thread.execute(commands::close);
    thread.execute(routing::close);
    thread.execute(links::close);
    thread.shutdown();
  }
}
