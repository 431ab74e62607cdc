package dev.vrrpd.netlink.signal;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Real-time signals, by signalfd(2). A JVM has no handler for them, and their default is to end the
 * process; they arrive here only if whoever started the JVM blocked them, because then all of its
 * threads have them blocked. Those that were not are ignored from now on: a stray one must not end
 * a router.
 */
public final class BlockedSignals implements AutoCloseable {
  private static final int SIGNALFD_SIGINFO = 128;
  private static final int SIGSET = 128;

  private final NativeMemory info = NativeMemory.allocate(SIGNALFD_SIGINFO);
  private final int fd;
  private final Registration registration;
  private final IntConsumer onSignal;

  private BlockedSignals(EventLoop loop, Collection<Integer> signals, IntConsumer onSignal) {
    this.onSignal = onSignal;
    this.fd = Libc.check("signalfd", Libc.signalfd(set(signals)), signals);
    this.registration = loop.register(fd, this::ready);
  }

  /** On the loop: calls {@code onSignal} with the number, on the loop. */
  public static BlockedSignals read(
      EventLoop loop, Collection<Integer> signals, IntConsumer onSignal) {
    return new BlockedSignals(loop, signals, onSignal);
  }

  /** Those of {@code signals} that no thread of this process has blocked; they are ignored now. */
  public static List<Integer> ignoreUnblocked(Collection<Integer> signals) {
    long blocked = blocked();
    List<Integer> unblocked =
        signals.stream().filter(signal -> (blocked >>> (signal - 1) & 1) == 0).toList();
    unblocked.forEach(Libc::ignoreSignal);
    return unblocked;
  }

  /** The calling thread's, which it has from the one that made it: proc_pid_status(5). */
  private static long blocked() {
    try {
      return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
          .filter(line -> line.startsWith("SigBlk:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }

  private static NativeMemory set(Collection<Integer> signals) {
    NativeMemory set = NativeMemory.allocate(SIGSET);
    long bits = 0;
    for (int signal : signals) {
      bits |= 1L << (signal - 1);
    }
    set.octets().putLong(0, bits);
    return set;
  }

  private void ready() {
    while (Libc.read(fd, info) == SIGNALFD_SIGINFO) {
      onSignal.accept(info.octets().getInt(0));
    }
  }

  /** On the loop. */
  @Override
  public void close() {
    registration.close();
    Libc.close(fd);
  }
}
