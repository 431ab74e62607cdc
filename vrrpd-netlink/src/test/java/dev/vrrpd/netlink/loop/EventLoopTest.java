package dev.vrrpd.netlink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventLoopTest {
  private final BlockingQueue<Throwable> defects = new LinkedBlockingQueue<>();
  private final EventLoop loop = EventLoop.start("test-loop", Scheduling.NORMAL, defects::add);

  @AfterEach
  void end() {
    loop.close();
  }

  private <T> T onLoop(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.execute(() -> {
      try {
        result.complete(work.get());
      } catch (Throwable thrown) {
        result.completeExceptionally(thrown);
      }
    });
    return result.join();
  }

  @Test
  void aTimerRingsOnceAndNotBeforeItsDeadline() throws InterruptedException {
    BlockingQueue<Long> rings = new LinkedBlockingQueue<>();
    LoopTimer timer = onLoop(() -> loop.timer(() -> rings.add(System.nanoTime())));
    long deadline = System.nanoTime() + 3_000_000;
    loop.execute(() -> timer.arm(deadline));
    assertThat(rings.take()).isGreaterThanOrEqualTo(deadline);
    assertThat(rings.poll(20, TimeUnit.MILLISECONDS)).as("second ring").isNull();
    loop.execute(timer::close);
  }

  @Test
  void aTimerThatIsArmedAgainForgetsItsFirstDeadline() throws InterruptedException {
    BlockingQueue<Long> rings = new LinkedBlockingQueue<>();
    LoopTimer timer = onLoop(() -> loop.timer(() -> rings.add(System.nanoTime())));
    long deadline = System.nanoTime() + 10_000_000;
    loop.execute(() -> {
      timer.arm(1);
      timer.arm(deadline);
    });
    assertThat(rings.take()).isGreaterThanOrEqualTo(deadline);
    loop.execute(timer::close);
  }

  @Test
  void aPastDeadlineRingsAtOnceAndADisarmedTimerDoesNot() throws InterruptedException {
    BlockingQueue<String> rings = new LinkedBlockingQueue<>();
    LoopTimer past = onLoop(() -> loop.timer(() -> rings.add("past")));
    LoopTimer disarmed = onLoop(() -> loop.timer(() -> rings.add("disarmed")));
    LoopTimer never = onLoop(() -> loop.timer(() -> rings.add("never")));
    loop.execute(() -> {
      disarmed.arm(1);
      disarmed.disarm();
      never.arm(Long.MAX_VALUE);
      past.arm(-5);
    });
    assertThat(rings.take()).isEqualTo("past");
    assertThat(rings.poll(10, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aTurnThatThrowsIsADefectAndTheLoopGoesOn() throws InterruptedException {
    IllegalStateException thrown = new IllegalStateException("in a task");
    loop.execute(() -> {
      throw thrown;
    });
    assertThat(defects.take()).isSameAs(thrown);
    assertThat(onLoop(loop::inLoop)).isTrue();
  }

  @Test
  void aHandlerThatThrowsIsADefectAndTheNextDescriptorIsServedAtOnce() throws InterruptedException {
    BlockingQueue<String> rings = new LinkedBlockingQueue<>();
    LoopTimer bad =
        onLoop(() ->
            loop.timer(() -> {
              throw new IllegalStateException("in a handler");
            }));
    LoopTimer good = onLoop(() -> loop.timer(() -> rings.add("good")));
    loop.execute(() -> bad.arm(1));
    assertThat(defects.take()).hasMessage("in a handler");
    loop.execute(() -> good.arm(1));
    // Netty would sleep for a second had it seen the throwable.
    assertThat(rings.poll(900, TimeUnit.MILLISECONDS)).isEqualTo("good");
  }

  @Test
  void aRegisteredDescriptorIsCalledUntilItLeaves() throws InterruptedException {
    BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    int fd = Libc.check("timerfd_create", Libc.timerfdCreate());
    NativeMemory value = NativeMemory.allocate(32);
    value.octets().putLong(24, 1);
    assertThat(Libc.timerfdSettime(fd, value)).isZero();
    Registration registration = onLoop(() -> loop.register(fd, () -> calls.add("ready")));
    assertThat(calls.take()).isEqualTo("ready");
    assertThat(calls.take()).isEqualTo("ready");
    loop.execute(registration::close);
    onLoop(() -> calls.removeIf(_ -> true));
    assertThat(calls.poll(10, TimeUnit.MILLISECONDS)).isNull();
    Libc.close(fd);
  }

  @Test
  void aWishThatIsNotGrantedIsReported() {
    Scheduling impossible =
        new Scheduling(
            OptionalInt.of(100), OptionalLong.empty(), false, OptionalInt.empty(), List.of());
    try (EventLoop other = EventLoop.start("test-rt", impossible, defects::add)) {
      assertThat(other.scheduling().granted()).isFalse();
      assertThat(other.scheduling().refusals())
          .extracting(SchedulingReport.Refusal::what)
          .containsExactly("sched_setscheduler");
    }
  }
}
