package dev.vrrpd.netlink.packet;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends announcements, many frames in one system call, through one packet(7) socket that hears
 * nothing. A burst goes out at once; a long one, or one that finds the device's queue full, goes on
 * by a timer so that the loop is never held up. Confined to the loop; one burst at a time.
 */
public final class Announcer implements AutoCloseable {
  /**
   * System calls for one turn of the loop. What they hand over the receivers of this host, and the
   * bridges between, take in while nobody else has the processor: more at once would hold up
   * advertisements on their way.
   */
  private static final int BATCHES_PER_TURN = 4;

  /** For a queue that is full, a hundred times a millisecond. */
  private static final int PATIENCE = 100;

  private static final long PAUSE = 1_000_000;

  private final int fd;
  private final FrameBatch batch = new FrameBatch();
  private final LoopTimer pause;
  private Burst current;
  private Runnable whenDone;

  /** In the calling thread's network namespace, which is the loop's. */
  public Announcer(EventLoop loop) {
    int type = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    this.fd = Libc.check("socket", Libc.socket(Libc.AF_PACKET, type, 0), "AF_PACKET");
    this.pause = loop.timer(this::goOn);
  }

  /**
   * Starts a burst: {@code rounds} times all announcements, in order. Links without a MAC address
   * have no neighbours to tell.
   *
   * @param refused hears of the first frame that the kernel refuses on each link; the burst's other
   *     frames for that link are left out
   * @param done runs at the end, unless that is now
   * @return whether all went at once
   */
  public boolean announce(
      List<Announcement> announcements, int rounds, Consumer<Refusal> refused, Runnable done) {
    if (current != null) {
      throw new AssertionError("one burst at a time");
    }
    current = new Burst(announcements, rounds, refused);
    boolean finished = proceed();
    whenDone = done;
    return finished;
  }

  /** A link on which nothing can be announced. */
  public record Refusal(Announcement announcement, int errno, String reason) {}

  private void goOn() {
    if (current != null && proceed()) {
      whenDone.run();
    }
  }

  /** Whether the burst is over. */
  private boolean proceed() {
    Burst burst = current;
    for (int i = 0; i < BATCHES_PER_TURN; i++) {
      if (batch.count() == 0) {
        burst.fill(batch);
      }
      if (batch.count() == 0) {
        current = null;
        return true;
      }
      if (!flush(burst)) {
        return false;
      }
    }
    pause.arm(System.nanoTime() + PAUSE);
    return false;
  }

  /** Whether the burst can go on at once. */
  private boolean flush(Burst burst) {
    int sent = batch.send(fd, burst.sentOfBatch());
    if (sent >= 0) {
      burst.sent(sent, batch);
      return true;
    }
    boolean full = sent == -Errno.EAGAIN || sent == -Errno.ENOBUFS;
    if (full && burst.patient(PATIENCE)) {
      pause.arm(System.nanoTime() + PAUSE);
      return false;
    }
    burst.refuse(-sent, batch);
    return true;
  }

  @Override
  public void close() {
    pause.close();
    Libc.close(fd);
  }
}
