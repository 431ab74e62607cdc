package dev.vrrpd.netlink.loop;

import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;

/** One descriptor in Netty's eyes. {@code onReady} must not throw. */
final class DescriptorHandle implements EpollIoHandle {
  private final FileDescriptor descriptor;
  private final Runnable onReady;
  private boolean left;

  DescriptorHandle(int fd, Runnable onReady) {
    this.descriptor = new FileDescriptor(fd);
    this.onReady = onReady;
  }

  /** Registering alone arms errors only. */
  Registration joined(IoRegistration registration) {
    long _ = registration.submit(EpollIoOps.EPOLLIN);
    return () -> {
      left = true;
      boolean _ = registration.cancel();
    };
  }

  @Override
  public FileDescriptor fd() {
    return descriptor;
  }

  @Override
  public void handle(IoRegistration registration, IoEvent event) {
    if (!left) {
      onReady.run();
    }
  }

  /** At the loop's end; the descriptor is its owner's. */
  @Override
  public void close() {
    left = true;
  }
}
