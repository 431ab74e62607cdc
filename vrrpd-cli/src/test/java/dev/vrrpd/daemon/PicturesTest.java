package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Lateness;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PicturesTest {
  private final AtomicInteger taken = new AtomicInteger();
  private final EventLoop loop =
      EventLoop.start("test-loop", Scheduling.NORMAL, defect -> taken.set(-1));
  private volatile Moment now = new Moment(1);
  private final Pictures pictures = new Pictures(loop, this::picture, () -> now);

  @AfterEach
  void end() {
    loop.close();
  }

  private Picture picture() {
    assertThat(loop.inLoop()).isTrue();
    taken.incrementAndGet();
    return new Picture(
        new VrrpRouter().snapshot(),
        now,
        Instant.EPOCH,
        new Lateness().counts(),
        new Picture.Reloads(Instant.EPOCH, false),
        new Deliveries().counts());
  }

  private void up() {
    CompletableFuture.runAsync(pictures::renew, loop::execute).join();
  }

  @Test
  void thereIsNoneUntilTheDaemonIsUp() {
    assertThat(pictures.get()).isEmpty();
    assertThat(taken).hasValue(0);
  }

  @Test
  void nobodyWhoLooksMeansNobodyWhoIsPainted() {
    up();
    now = now.plus(Duration.ofHours(1));
    assertThat(taken).hasValue(1);
  }

  @Test
  void whoAsksSeesTheDaemonAsItIs() {
    up();
    now = now.plus(Duration.ofMillis(100));
    assertThat(pictures.get()).map(Picture::taken).contains(now);
  }

  @Test
  void howeverManyAskTheLoopTakesTenASecond() {
    up();
    now = now.plus(Duration.ofMillis(99));
    assertThat(pictures.get()).map(Picture::taken).contains(new Moment(1));
    now = now.plus(Duration.ofMillis(1));
    List<CompletableFuture<Optional<Picture>>> askers =
        IntStream.range(0, 20).mapToObj(_ -> CompletableFuture.supplyAsync(pictures)).toList();
    askers.forEach(asker -> assertThat(asker.join()).map(Picture::taken).contains(now));
    assertThat(taken).hasValue(2);
  }

  @Test
  void aLoopThatHangsLeavesTheLastPicture() {
    up();
    now = now.plus(Duration.ofMinutes(1));
    CompletableFuture<Void> hanging = new CompletableFuture<>();
    loop.execute(hanging::join);
    assertThat(pictures.get()).map(Picture::taken).contains(new Moment(1));
    hanging.complete(null);
  }

  @Test
  void theLoopItselfDoesNotWaitForItself() {
    up();
    now = now.plus(Duration.ofMillis(100));
    assertThat(CompletableFuture.supplyAsync(pictures, loop::execute).join())
        .map(Picture::taken)
        .contains(now);
  }
}
