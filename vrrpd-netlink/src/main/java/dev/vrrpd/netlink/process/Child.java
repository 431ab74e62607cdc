package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A child as the loop sees it: waiting for its start, running, over. */
final class Child implements ChildProcess {
  private static final int WNOHANG = 0x1;
  private static final int WEXITED = 0x4;
  private static final int WNOWAIT = 0x100_0000;
  private static final int CLD_EXITED = 1;

  private final EventLoop loop;
  private final Runnable onStart;
  private final Consumer<ChildEnd> onEnd;
  private final List<Integer> early = new ArrayList<>();
  private Registration registration;
  private int pid;
  private int pidfd = -1;
  private boolean signalled;
  private boolean over;

  Child(EventLoop loop, Runnable onStart, Consumer<ChildEnd> onEnd) {
    this.loop = loop;
    this.onStart = onStart;
    this.onEnd = onEnd;
  }

  void begin(Starter.Outcome outcome) {
    switch (outcome) {
      case Starter.Outcome.Failed(ChildEnd.NotStarted end) -> {
        over = true;
        onEnd.accept(end);
      }
      case Starter.Outcome.Started started -> {
        pid = started.pid();
        pidfd = started.pidfd();
        registration = loop.register(pidfd, this::ready);
        onStart.run();
        early.forEach(this::signal);
      }
    }
  }

  @Override
  public int pid() {
    return pid;
  }

  @Override
  public void signal(int signal) {
    if (over) {
      return;
    }
    if (pid == 0) {
      early.add(signal);
      return;
    }
    signalled = true;
    int _ = Libc.kill(-pid, signal);
  }

  /** A pidfd is readable when its process is over, pidfd_open(2). */
  private void ready() {
    NativeMemory info = NativeMemory.allocate(128);
    int result = Libc.waitid(pid, info, WEXITED | WNOHANG | WNOWAIT);
    if (over || (result == 0 && info.octets().getInt(16) == 0)) {
      return;
    }
    over = true;
    if (signalled) {
      // Whoever was to be stopped and left descendants behind: the group is its own for now.
      int _ = Libc.kill(-pid, Libc.SIGKILL);
    }
    int reaped = Libc.waitid(pid, info, WEXITED | WNOHANG);
    registration.close();
    Libc.close(pidfd);
    onEnd.accept(reaped < 0 ? lost(-reaped) : end(info));
  }

  private static ChildEnd end(NativeMemory info) {
    int code = info.octets().getInt(8);
    int status = info.octets().getInt(24);
    return code == CLD_EXITED ? new ChildEnd.Exited(status) : new ChildEnd.Signalled(status);
  }

  private static ChildEnd lost(int errno) {
    return new ChildEnd.NotStarted("waitid", errno, Errno.message(errno));
  }
}
