package dev.vrrpd.netlink.loop;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;

/**
 * A timerfd_create(2) on the loop: nanoseconds wherever the C library waits in milliseconds, no
 * timer slack, no garbage when armed.
 */
final class DescriptorTimer implements LoopTimer {
  private static final long SECOND = 1_000_000_000L;

  private final NativeMemory value = NativeMemory.allocate(4 * Long.BYTES);
  private final NativeMemory expirations = NativeMemory.allocate(Long.BYTES);
  private final int fd;
  private final Registration registration;
  private final Runnable onDue;
  private boolean closed;

  DescriptorTimer(EventLoop loop, Runnable onDue) {
    this.onDue = onDue;
    this.fd = Libc.check("timerfd_create", Libc.timerfdCreate());
    this.registration = loop.register(fd, this::ready);
  }

  /** Reading fails with EAGAIN if it was armed anew after it expired. */
  private void ready() {
    if (!closed && Libc.read(fd, expirations) == expirations.size()) {
      onDue.run();
    }
  }

  @Override
  public void arm(long deadline) {
    if (deadline == Long.MAX_VALUE) {
      set(0);
    } else {
      set(Math.max(1, deadline));
    }
  }

  @Override
  public void disarm() {
    set(0);
  }

  private void set(long nanos) {
    if (closed) {
      return;
    }
    value.octets().putLong(2 * Long.BYTES, nanos / SECOND);
    value.octets().putLong(3 * Long.BYTES, nanos % SECOND);
    Libc.check("timerfd_settime", Libc.timerfdSettime(fd, value));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      registration.close();
      Libc.close(fd);
    }
  }
}
