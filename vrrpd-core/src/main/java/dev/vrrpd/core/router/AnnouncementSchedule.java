package dev.vrrpd.core.router;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;

/**
 * When an Active router tells its neighbours again: the second block after becoming Active, the one
 * after a rival was heard, and the refresh. Counts rounds; who sends them is not its affair.
 */
final class AnnouncementSchedule {
  private AnnouncementConfig config;
  private Moment second = Moment.NEVER;
  private Moment refresh = Moment.NEVER;
  private Moment rival = Moment.NEVER;

  AnnouncementSchedule(AnnouncementConfig config) {
    this.config = config;
  }

  /** Another refresh period counts from now; blocks already promised stay. */
  void reconfigured(AnnouncementConfig fresh, boolean active, Moment now) {
    if (active && !fresh.refresh().equals(config.refresh())) {
      refresh = after(fresh.refresh(), now);
    }
    config = fresh;
  }

  /** The first block is due now; the first refresh comes after the second block. */
  int becameActive(Moment now) {
    second = after(config.delay(), now);
    refresh = after(config.refresh(), now.plus(config.delay()));
    rival = Moment.NEVER;
    return config.repeat();
  }

  int rivalHeard(Moment now) {
    if (config.rivalRepeat() > 0) {
      rival = after(config.rivalDelay(), now);
    }
    return config.rivalRepeat();
  }

  void stop() {
    second = Moment.NEVER;
    refresh = Moment.NEVER;
    rival = Moment.NEVER;
  }

  int repeat() {
    return config.repeat();
  }

  Moment deadline() {
    return Moment.earliest(second, Moment.earliest(refresh, rival));
  }

  /** How many rounds are due. */
  int due(Moment now) {
    int rounds = 0;
    if (!now.isBefore(second)) {
      second = Moment.NEVER;
      rounds = config.repeat();
    }
    if (!now.isBefore(rival)) {
      rival = Moment.NEVER;
      rounds = Math.max(rounds, config.rivalRepeat());
    }
    if (!now.isBefore(refresh)) {
      refresh = after(config.refresh(), now);
      rounds = Math.max(rounds, config.refreshRepeat());
    }
    return rounds;
  }

  private static Moment after(Duration delay, Moment now) {
    return delay.isZero() ? Moment.NEVER : now.plus(delay);
  }
}
