package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InquiryConfig.Takeover;
import dev.vrrpd.core.protocol.Standing;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When a Backup asks who answers for the addresses that it is about to take, and who does: once,
 * after the last advertisement but one that may be missing. Nobody is asked about a takeover that
 * needs no explanation: after a farewell, or from an Active router that is heard and loses.
 */
final class TakeoverWatch {
  private static final int MOST = 8;

  private final Set<Answerer> answerers = new LinkedHashSet<>();
  private Takeover policy;
  private Moment next = Moment.NEVER;
  private Moment activeDown = Moment.NEVER;
  private boolean asked;

  TakeoverWatch(Takeover policy) {
    this.policy = policy;
  }

  Moment deadline() {
    return next;
  }

  void use(Takeover fresh) {
    policy = fresh;
  }

  /** As Backup, after each event. */
  void waits(Standing standing, State.Backup backup, Moment now) {
    if (backup.expired() || backup.activeDown().equals(activeDown)) {
      return;
    }
    stop();
    activeDown = backup.activeDown();
    Moment when = activeDown.minus(lead(standing, backup));
    boolean inTime = now.isBefore(when) && standing.parameters().downTimerAdverts() > 1;
    if (inTime && policy != Takeover.OFF) {
      next = when;
    }
  }

  /** Half an interval after the last but one was due. */
  private static Duration lead(Standing standing, State.Backup backup) {
    Centiseconds interval = backup.activeAdverInterval();
    return Timers.skewTime(standing.parameters().version(), standing.priority(), interval)
        .plus(Duration.ofNanos(interval.toDuration().toNanos() / 2));
  }

  /** It is heard whom the addresses are about to be taken from. */
  void explained() {
    answerers.clear();
    asked = false;
    next = Moment.NEVER;
  }

  void stop() {
    explained();
    activeDown = Moment.NEVER;
  }

  /** Whether the question is to be asked now: once. */
  boolean due(Moment now) {
    boolean due = !now.isBefore(next);
    if (due) {
      asked = true;
      next = Moment.NEVER;
    }
    return due;
  }

  void answered(Answerer answerer) {
    if (asked && answerers.size() < MOST) {
      answerers.add(answerer);
    }
  }

  /** Who has answered. */
  List<Answerer> takenOver() {
    List<Answerer> all = List.copyOf(answerers);
    stop();
    return all;
  }
}
