package dev.vrrpd.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a failover cost, measured twice: on the wire and by the client.
 *
 * @param wire from the old router's last advertisement (or farewell) to the new one's first
 * @param limit what RFC 9568 allows for that: Active_Down_Interval, or Skew_Time after a farewell
 * @param client from the last answered ping to the next answered one; empty: none was lost
 */
record Outage(Duration wire, Duration limit, Optional<Duration> client) {

  /**
   * Of the failover to {@code successor} that began at {@code from}.
   *
   * @param takeover the successor's first advertisement
   */
  static Outage measure(Recording recording, long from, Sighting.Advert takeover, Duration limit) {
    Sighting.Advert last =
        recording
            .lastBefore(
                takeover.at(),
                Sighting.Advert.class,
                advert -> !advert.router().equals(takeover.router()))
            .orElseThrow(() -> new DemoException("no advertisement was heard before the failover"));
    return new Outage(
        Duration.ofNanos(takeover.at() - last.at()), limit, clientOutage(recording, from));
  }

  private static Optional<Duration> clientOutage(Recording recording, long from) {
    List<Sighting.Ping> lost =
        recording.all(Sighting.Ping.class).stream()
            .filter(ping -> ping.at() >= from && !ping.answered())
            .toList();
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    long end =
        recording
            .firstFrom(lost.getLast().at(), Sighting.Ping.class, Sighting.Ping::answered)
            .map(Sighting.Ping::at)
            .orElseGet(recording::now);
    long begin =
        recording
            .lastBefore(lost.getFirst().at(), Sighting.Ping.class, Sighting.Ping::answered)
            .map(Sighting.Ping::at)
            .orElse(lost.getFirst().at());
    return Optional.of(Duration.ofNanos(end - begin));
  }

  /** Skew_Time at one second between advertisements. RFC 9568 section 6.1. */
  static Duration skew(DemoRouter successor) {
    return Duration.ofNanos((256L - successor.priority()) * 1_000_000_000L / 256);
  }

  /** Active_Down_Interval at one second between advertisements. RFC 9568 section 6.1. */
  static Duration activeDown(DemoRouter successor) {
    return Duration.ofSeconds(3).plus(skew(successor));
  }
}
