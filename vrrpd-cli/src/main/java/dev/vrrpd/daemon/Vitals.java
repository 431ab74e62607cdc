package dev.vrrpd.daemon;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Moment;
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
import java.util.stream.Collectors;

/**
 * What the loop tells of itself once a second: to the service manager's watchdog and to the
 * heartbeat file. That it tells is the proof that it turns, so nobody else may. Confined to the
 * loop, except for {@link #silence} and what {@link #pictures} shows.
 */
final class Vitals {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final VrrpRouter router;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Supervisor supervisor;
  private final Optional<Heartbeat> heartbeat;
  private final Duration period;
  private final LoopTimer timer;
  private final Lateness lateness = new Lateness();
  private final Pictures pictures;
  private Picture.Reloads reloads = new Picture.Reloads(Instant.EPOCH, false);
  private volatile Optional<Moment> beaten = Optional.empty();

  /**
   * @param environment the process's: {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC}, {@code
   *     VRRPD_HEARTBEAT}
   */
  Vitals(
      EventLoop events,
      VrrpRouter router,
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
    pictures = new Pictures(events, this::picture, clock);
  }

  /** The daemon as it is, for whoever shows it. */
  Pictures pictures() {
    return pictures;
  }

  /** How long the loop has told nothing, once it has begun; on any thread. */
  Duration silence() {
    return beaten.map(last -> last.until(clock.now())).orElse(Duration.ZERO);
  }

  /** The timer of the loop rang so much after its deadline. */
  void late(Duration by) {
    lateness.add(by);
  }

  /** A configuration has been taken up, the first one or another. */
  void configured() {
    tell(new Picture.Reloads(Instant.now(), false));
    supervisor.ready();
  }

  void reloading() {
    supervisor.reloading(clock.now().nanos());
  }

  /** A reload found what cannot run; the old configuration goes on. */
  void refused() {
    tell(new Picture.Reloads(reloads.last(), true));
    supervisor.ready();
  }

  void stopping() {
    supervisor.stopping();
  }

  void close() {
    timer.close();
    supervisor.close();
  }

  private void tell(Picture.Reloads news) {
    reloads = news;
    pictures.renew();
    beat();
  }

  private Picture picture() {
    return new Picture(
        router.snapshot(),
        clock.now(),
        Instant.now(),
        lateness.counts(),
        reloads,
        deliveries.counts());
  }

  private void beat() {
    Moment now = clock.now();
    beaten = Optional.of(now);
    heartbeat.ifPresent(file -> file.beat(Instant.now()));
    supervisor.status(
        () -> words(router.roles()) + (reloads.refused() ? "; the last reload was refused" : ""));
    supervisor.pulse();
    timer.arm(now.plus(period).nanos());
  }

  /** For {@code systemctl status}: {@code 3 instances: 2 MASTER, 1 BACKUP}. */
  private static String words(Map<Role, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum()
        + " instances"
        + Arrays.stream(
                new Role[] {Role.ACTIVE, Role.BACKUP, Role.FAULT, Role.INITIALIZE, Role.STOPPED})
            .filter(counts::containsKey)
            .map(role -> counts.get(role) + " " + KeepalivedNames.of(role))
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
