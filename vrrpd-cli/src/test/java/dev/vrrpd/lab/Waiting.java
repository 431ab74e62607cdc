package dev.vrrpd.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting with a limit, as an assertion. */
final class Waiting {
  private Waiting() {}

  static void on(CountDownLatch event, String what) {
    try {
      if (event.await(Program.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("waited in vain for " + what);
  }
}
