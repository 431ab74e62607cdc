package dev.vrrpd.core.router;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * When an Active router tells its neighbours again: the second block after becoming Active, the one
 * after a rival was heard, and the refresh. Counts rounds; who sends them is not its affair.
 */
final class AnnouncementSchedule {
  /** Doubts that come in a crowd are answered this often. */
  private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(1);

  private AnnouncementConfig config;
  private Moment second = Moment.NEVER;
  private Moment refresh = Moment.NEVER;
  private Moment rival = Moment.NEVER;
  private Moment elsewhere = Moment.NEVER;
  private Moment again = Moment.NEVER;
  private Moment calm = Moment.ZERO;

  AnnouncementSchedule(AnnouncementConfig config) {
    this.config = config;
  }

  /** Another refresh period counts from now; blocks already promised stay. */
  void reconfigured(AnnouncementConfig fresh, boolean active, Moment now) {
    if (active && !fresh.refresh().equals(config.refresh())) {
      refresh = after(fresh.refresh(), now);
    }
    if (active && !fresh.elsewhere().equals(config.elsewhere())) {
      elsewhere = elsewhere(fresh, now);
    }
    config = fresh;
  }

  /** The first block is due now; the first refresh comes after the second block. */
  int becameActive(Moment now) {
    second = after(config.delay(), now);
    refresh = after(config.refresh(), now.plus(config.delay()));
    rival = Moment.NEVER;
    elsewhere = elsewhere(config, now.plus(config.delay()));
    return config.repeat();
  }

  int rivalHeard(Moment now) {
    if (config.rivalRepeat() > 0) {
      rival = after(config.rivalDelay(), now);
    }
    return config.rivalRepeat();
  }

  /** Somebody may have told the neighbours otherwise: a block now, or as soon as may be. */
  int doubted(Moment now) {
    if (now.isBefore(calm)) {
      again = calm;
      return 0;
    }
    calm = now.plus(BETWEEN_DOUBTS);
    return config.repeat();
  }

  void stop() {
    second = Moment.NEVER;
    refresh = Moment.NEVER;
    rival = Moment.NEVER;
    elsewhere = Moment.NEVER;
    again = Moment.NEVER;
  }

  int repeat() {
    return config.repeat();
  }

  Moment deadline() {
    return Moment.earliest(
        Moment.earliest(second, elsewhere),
        Moment.earliest(again, Moment.earliest(refresh, rival)));
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
    if (!now.isBefore(again)) {
      again = Moment.NEVER;
      rounds = Math.max(rounds, doubted(now));
    }
    if (!now.isBefore(refresh)) {
      refresh = after(config.refresh(), now);
      rounds = Math.max(rounds, config.refreshRepeat());
    }
    return rounds;
  }

  /** Whether the other links are due, and every one of them or those of virtual MACs only. */
  Optional<Boolean> elsewhereDue(Moment now) {
    if (now.isBefore(elsewhere)) {
      return Optional.empty();
    }
    elsewhere = elsewhere(config, now);
    return config.elsewhere().map(AnnouncementConfig.Elsewhere::all);
  }

  private static Moment elsewhere(AnnouncementConfig config, Moment now) {
    return config.elsewhere().map(wish -> now.plus(wish.period())).orElse(Moment.NEVER);
  }

  private static Moment after(Duration delay, Moment now) {
    return delay.isZero() ? Moment.NEVER : now.plus(delay);
  }
}
