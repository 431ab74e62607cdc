package dev.vrrpd.daemon;

import dev.vrrpd.metrics.Picture;
import dev.vrrpd.netlink.loop.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows the daemon as it is to whoever asks, on any thread: the loop takes a picture only for
 * somebody, and never more than one each {@link #FRESH}, however many look. With a thousand
 * instances a picture takes long enough to make an advertisement late.
 */
final class Pictures implements Supplier<Optional<Picture>> {
  /** So old, a picture still does. */
  private static final Duration FRESH = Duration.ofMillis(100);

  /** So long an asker waits for the loop; then the last picture has to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final EventLoop events;
  private final Supplier<Picture> camera;
  private final Clock clock;
  private volatile Optional<Picture> last = Optional.empty();

  /**
   * @param camera takes a picture, on the loop
   */
  Pictures(EventLoop events, Supplier<Picture> camera, Clock clock) {
    this.events = events;
    this.camera = camera;
    this.clock = clock;
  }

  /** On the loop: something has changed that the last picture does not show. */
  void renew() {
    last = Optional.of(camera.get());
  }

  /** Not older than {@link #FRESH} while the loop turns; empty until the daemon is up. */
  @Override
  public Optional<Picture> get() {
    if (last.isPresent() && stale()) {
      if (events.inLoop()) {
        renew();
      } else {
        ask();
      }
    }
    return last;
  }

  private boolean stale() {
    return last.get().age(clock.now()).compareTo(FRESH) >= 0;
  }

  private void ask() {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    events.execute(() -> {
      if (stale()) {
        renew();
      }
      taken.complete(null);
    });
    taken.completeOnTimeout(null, PATIENCE.toNanos(), TimeUnit.NANOSECONDS).join();
  }
}
