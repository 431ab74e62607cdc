package dev.vrrpd.netlink.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import dev.vrrpd.netlink.watch.ProcessEvents.Event;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Only where this machine itself, not a container of it, runs the test: elsewhere skipped. */
class ProcessEventsIT {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  @Test
  void aChildIsToldWhenItComesWhenItRunsSomethingAndWhenItGoes() throws Exception {
    try (EventLoop loop =
        EventLoop.start(
            "test",
            Scheduling.NORMAL,
            defect -> {
              throw new AssertionError(defect);
            })) {
      ProcessEvents.Opening opening =
          CompletableFuture.supplyAsync(() -> ProcessEvents.open(loop, events::add), loop::execute)
              .join();
      assumeTrue(opening instanceof ProcessEvents.Opening.Asked, opening.toString());
      assumeTrue(new Event.Answered(0).equals(events.poll(2, TimeUnit.SECONDS)), "granted");
      Process child = new ProcessBuilder("/bin/true").start();
      int pid = (int) child.pid();
      assertThat(child.waitFor()).isZero();
      await(new Event.Changed(pid));
      await(new Event.Exited(pid));
      CompletableFuture.runAsync(
              () -> ((ProcessEvents.Opening.Asked) opening).events().close(), loop::execute)
          .join();
    }
  }

  /** Other processes of the machine come and go meanwhile. */
  private void await(Event wanted) throws InterruptedException {
    for (Event next = events.poll(10, TimeUnit.SECONDS);
        !wanted.equals(next);
        next = events.poll(10, TimeUnit.SECONDS)) {
      assertThat(next).as("waiting for " + wanted).isNotNull();
    }
  }
}
