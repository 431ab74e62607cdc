package dev.vrrpd.netlink.kernel;

import dev.vrrpd.netlink.rtnetlink.AddressCommands;
import dev.vrrpd.netlink.rtnetlink.AddressOperation;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Failure;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A thread with a socket of its own for sets of addresses that would hold the loop up. The socket
 * is opened by the thread that makes the worker, and so in that thread's network namespace.
 */
final class AddressWorker implements AutoCloseable {
  private final AddressCommands commands = AddressCommands.open();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "vrrpd-addresses"));

  /** Carries out, then tells, on the worker's thread. */
  void carryOut(List<AddressOperation> operations, Consumer<List<Failure>> whenDone) {
    thread.execute(() -> whenDone.accept(commands.carryOut(operations)));
  }

  /** After what it was given before. */
  @Override
  public void close() {
    thread.execute(commands::close);
    thread.shutdown();
  }
}
