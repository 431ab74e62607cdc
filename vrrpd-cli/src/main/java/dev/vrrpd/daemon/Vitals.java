package dev.vrrpd.daemon;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Lateness;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.service.Heartbeat;
import dev.vrrpd.service.Supervisor;
import dev.vrrpd.surface.KeepalivedNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the loop tells of itself once a second: to the service manager's watchdog, to the heartbeat
 * file, and as a picture to whoever serves metrics. That it tells is the proof that it turns, so
 * nobody else may. Confined to the loop, except for {@link #last}.
 */
final class Vitals {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Supplier<RouterSnapshot> router;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Supervisor supervisor;
  private final Optional<Heartbeat> heartbeat;
  private final Duration period;
  private final LoopTimer timer;
  private final Lateness lateness = new Lateness();
  private final AtomicReference<Picture> last = new AtomicReference<>();
  private Picture.Reloads reloads = new Picture.Reloads(Instant.EPOCH, false);

  /**
   * @param environment the process's: {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC}, {@code
   *     VRRPD_HEARTBEAT}
   */
  Vitals(
      EventLoop events,
      Supplier<RouterSnapshot> router,
      Deliveries deliveries,
      Clock clock,
      Map<String, String> environment) {
    this.router = router;
    this.deliveries = deliveries;
    this.clock = clock;
    supervisor = Supervisor.from(environment, ProcessHandle.current().pid());
    heartbeat =
        Optional.ofNullable(environment.get("VRRPD_HEARTBEAT")).map(Path::of).map(Heartbeat::new);
    period =
        supervisor
            .watchdog()
            .map(limit -> Duration.ofNanos(limit.toNanos() / 2))
            .filter(half -> half.compareTo(PERIOD) < 0)
            .orElse(PERIOD);
    timer = events.timer(this::beat);
  }

  /** The last picture, empty until the daemon is up; on any thread. */
  Optional<Picture> last() {
    return Optional.ofNullable(last.get());
  }

  /** The timer of the loop rang so much after its deadline. */
  void late(Duration by) {
    lateness.add(by);
  }

  /** A configuration has been taken up, the first one or another. */
  void configured() {
    reloads = new Picture.Reloads(Instant.now(), false);
    beat();
    supervisor.ready();
  }

  void reloading() {
    supervisor.reloading(clock.now().nanos());
  }

  /** A reload found what cannot run; the old configuration goes on. */
  void refused() {
    reloads = new Picture.Reloads(reloads.last(), true);
    beat();
    supervisor.ready();
  }

  void stopping() {
    supervisor.stopping();
  }

  void close() {
    timer.close();
    supervisor.close();
  }

  private void beat() {
    Instant now = Instant.now();
    Picture picture =
        new Picture(
            router.get(), clock.now(), now, lateness.counts(), reloads, deliveries.counts());
    last.set(picture);
    heartbeat.ifPresent(file -> file.beat(now));
    supervisor.status(
        () -> words(picture.router()) + (reloads.refused() ? "; the last reload was refused" : ""));
    supervisor.pulse();
    timer.arm(clock.now().plus(period).nanos());
  }

  /** For {@code systemctl status}: {@code 3 instances: 2 MASTER, 1 BACKUP}. */
  private static String words(RouterSnapshot router) {
    Map<Role, Long> counts =
        router.instances().stream()
            .collect(Collectors.groupingBy(RouterSnapshot.Instance::role, Collectors.counting()));
    return router.instances().size()
        + " instances"
        + Arrays.stream(
                new Role[] {Role.ACTIVE, Role.BACKUP, Role.FAULT, Role.INITIALIZE, Role.STOPPED})
            .filter(counts::containsKey)
            .map(role -> counts.get(role) + " " + KeepalivedNames.of(role))
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
