package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.Kernel;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.netlink.loop.EventLoop;
import java.util.function.Consumer;

/**
 * Links and addresses of the network namespace that the loop's thread is in. Confined to the loop;
 * events are delivered in turns of their own. An answer comes after the notifications of what it
 * answers for: at {@code Completed} the addresses have been told.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class LinuxKernel implements Kernel, AutoCloseable {

  /**
   * Opens the sockets and takes the first picture, delivered as {@link KernelEvent.Resynchronized}.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public static LinuxKernel open(EventLoop loop, Consumer<KernelEvent> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void submit(KernelRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Requests under way are finished, unanswered; nothing is delivered any more. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
