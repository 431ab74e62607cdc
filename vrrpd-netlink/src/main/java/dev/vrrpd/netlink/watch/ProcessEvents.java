package dev.vrrpd.netlink.watch;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Processes as they come, change and go, told by the kernel: NETLINK_CONNECTOR with CN_IDX_PROC,
 * netlink(7). Only for a process of the machine itself with CAP_NET_ADMIN: containers and network
 * namespaces are refused. Confined to the loop.
 */
public final class ProcessEvents implements AutoCloseable {
  private static final int NETLINK_CONNECTOR = 11;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;
  private static final int CN_IDX_PROC = 1;
  private static final int NLMSG_DONE = 3;
  private static final int LISTEN = 1;

  private static final int HEADER = 16;
  private static final int CONNECTOR = 20;
  private static final int EVENT = HEADER + CONNECTOR;
  private static final int DATA = EVENT + 16;
  private static final int BUFFER = 64 * 1024;

  private static final int PROC_EVENT_NONE = 0;
  private static final int PROC_EVENT_FORK = 0x1;
  private static final int PROC_EVENT_EXEC = 0x2;
  private static final int PROC_EVENT_COMM = 0x200;
  private static final int PROC_EVENT_EXIT = 0x8000_0000;

  /** What happened; threads are left out. */
  public sealed interface Event {
    /** The kernel answers the wish to listen: 0, or an errno(3). */
    record Answered(int errno) implements Event {}

    record Forked(int parent, int child) implements Event {}

    /** It runs another program, or calls itself by another name. */
    record Changed(int pid) implements Event {}

    record Exited(int pid) implements Event {}

    /** More happened than could be told. */
    record Overrun() implements Event {}
  }

  private final NativeMemory buffer = NativeMemory.allocate(BUFFER);
  private final int fd;
  private final Registration registration;
  private final Consumer<Event> onEvent;

  private ProcessEvents(EventLoop loop, int fd, Consumer<Event> onEvent) {
    this.fd = fd;
    this.onEvent = onEvent;
    this.registration = loop.register(fd, this::ready);
  }

  /** What came of {@link #open}. */
  public sealed interface Opening {
    /** The kernel has been asked; {@link Event.Answered} comes, or never. */
    record Asked(ProcessEvents events) implements Opening {}

    record Refused(int errno) implements Opening {}
  }

  /** On the loop: asks the kernel to tell of processes. */
  public static Opening open(EventLoop loop, Consumer<Event> onEvent) {
    int type = Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC;
    int fd = Libc.socket(Libc.AF_NETLINK, type, NETLINK_CONNECTOR);
    if (fd < 0) {
      return new Opening.Refused(-fd);
    }
    int _ = Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER);
    int result = Libc.bind(fd, group());
    if (result == 0) {
      NativeMemory wish = wish();
      result = Libc.write(fd, wish, wish.size());
    }
    if (result < 0) {
      Libc.close(fd);
      return new Opening.Refused(-result);
    }
    return new Opening.Asked(new ProcessEvents(loop, fd, onEvent));
  }

  /** struct sockaddr_nl. */
  private static NativeMemory group() {
    NativeMemory address = NativeMemory.allocate(12);
    address.octets().putShort(0, (short) Libc.AF_NETLINK).putInt(8, CN_IDX_PROC);
    return address;
  }

  /** struct nlmsghdr, struct cn_msg, PROC_CN_MCAST_LISTEN. */
  private static NativeMemory wish() {
    NativeMemory message = NativeMemory.allocate(EVENT + Integer.BYTES);
    message.octets().putInt(0, message.size()).putShort(4, (short) NLMSG_DONE);
    message.octets().putInt(HEADER, CN_IDX_PROC).putInt(HEADER + 4, CN_IDX_PROC);
    message.octets().putShort(HEADER + 16, (short) Integer.BYTES).putInt(EVENT, LISTEN);
    return message;
  }

  private void ready() {
    int read = Libc.read(fd, buffer);
    while (read > 0) {
      if (read >= DATA + 8) {
        event(buffer.octets());
      }
      read = Libc.read(fd, buffer);
    }
    if (read == -Errno.ENOBUFS) {
      onEvent.accept(new Event.Overrun());
    }
  }

  /** struct proc_event: what, cpu, time stamp, and then the pids. */
  private void event(ByteBuffer octets) {
    int pid = octets.getInt(DATA);
    int tgid = octets.getInt(DATA + 4);
    switch (octets.getInt(EVENT)) {
      case PROC_EVENT_NONE -> onEvent.accept(new Event.Answered(pid));
      case PROC_EVENT_FORK -> forked(tgid, octets.getInt(DATA + 8), octets.getInt(DATA + 12));
      case PROC_EVENT_EXEC -> onEvent.accept(new Event.Changed(tgid));
      case PROC_EVENT_COMM -> {
        if (pid == tgid) {
          onEvent.accept(new Event.Changed(pid));
        }
      }
      case PROC_EVENT_EXIT -> {
        if (pid == tgid) {
          onEvent.accept(new Event.Exited(pid));
        }
      }
      default -> {}
    }
  }

  private void forked(int parent, int childThread, int child) {
    if (childThread == child) {
      onEvent.accept(new Event.Forked(parent, child));
    }
  }

  @Override
  public void close() {
    registration.close();
    Libc.close(fd);
  }
}
