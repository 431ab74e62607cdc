package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Everything a dump shows, as it was at one moment. Made on the loop, read on any thread.
 *
 * @param taken on the daemon's time line
 * @param wallClock the same moment for people
 * @param zone that they live in
 */
public record Portrait(
    GlobalConfig global, RouterSnapshot router, Moment taken, Instant wallClock, ZoneId zone) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSSSSS yyyy", Locale.ROOT);

  /** {@code 1795247129.040511}: seconds since 1970. What has not happened yet was in 1970. */
  String seconds(Moment moment) {
    Instant instant = instant(moment);
    return "%d.%06d".formatted(instant.getEpochSecond(), instant.getNano() / 1000);
  }

  /** {@code 1795247129.040511 (Sat Nov 21 07:45:29.040511 2026)}. */
  String secondsAndDate(Moment moment) {
    return "%s (%s)"
        .formatted(seconds(moment), DATE.format(ZonedDateTime.ofInstant(instant(moment), zone)));
  }

  private Instant instant(Moment moment) {
    return moment.equals(Moment.ZERO) ? Instant.EPOCH : wallClock.minus(moment.until(taken));
  }

  /** The same with {@code start} taken for zero. */
  public Portrait since(CounterStart start) {
    List<RouterSnapshot.Instance> instances =
        router.instances().stream().map(start::applied).toList();
    return new Portrait(
        global,
        new RouterSnapshot(instances, router.scripts(), router.groups(), router.trackers()),
        taken,
        wallClock,
        zone);
  }

  static long count(RouterSnapshot.Instance instance, Counter counter) {
    return instance.counters().getOrDefault(counter, 0L);
  }
}
