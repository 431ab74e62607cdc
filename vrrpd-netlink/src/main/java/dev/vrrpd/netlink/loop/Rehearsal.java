package dev.vrrpd.netlink.loop;

import java.util.function.BooleanSupplier;

/**
 * Does many times over, in idle moments after the start, what will have to be quick when it is done
 * in earnest for the first time: by then the JVM has loaded and compiled it. Whoever rehearses asks
 * the kernel for what it must refuse, so that nothing comes of it.
 */
public final class Rehearsal {
  /** The JVM compiles a method after two hundred calls. */
  private static final int ROUNDS = 250;

  private static final long PAUSE = 1_000_000;

  private final LoopTimer timer;
  private final BooleanSupplier round;
  private int left = ROUNDS;

  private Rehearsal(EventLoop loop, BooleanSupplier round) {
    this.timer = loop.timer(this::next);
    this.round = round;
  }

  /**
   * On the loop: starts.
   *
   * @param round one round; whether there may be another
   */
  public static void start(EventLoop loop, BooleanSupplier round) {
    Rehearsal rehearsal = new Rehearsal(loop, round);
    rehearsal.timer.arm(System.nanoTime() + PAUSE);
  }

  private void next() {
    left--;
    if (round.getAsBoolean() && left > 0) {
      timer.arm(System.nanoTime() + PAUSE);
    } else {
      timer.close();
    }
  }
}
