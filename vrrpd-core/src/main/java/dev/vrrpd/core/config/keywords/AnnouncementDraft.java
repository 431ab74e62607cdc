package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.AnnouncementConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code garp_...} of an instance or {@code vrrp_garp_...} of all: what is set, and what is not.
 */
final class AnnouncementDraft {
  private static final Duration DELAY = Duration.ofSeconds(5);
  private static final long REPEAT = 5;

  Optional<Duration> delay = Optional.empty();
  Optional<Long> repeat = Optional.empty();
  Optional<Duration> refresh = Optional.empty();
  Optional<Long> refreshRepeat = Optional.empty();
  Optional<Duration> rivalDelay = Optional.empty();
  Optional<Long> rivalRepeat = Optional.empty();
  Optional<AnnouncementConfig.Elsewhere> elsewhere = Optional.empty();
  final InquiryDraft inquiries = new InquiryDraft();

  /**
   * {@code vrrp_min_garp}: one message, no second block, no refresh, where nothing else is set yet.
   */
  void least() {
    repeat = repeat.or(() -> Optional.of(1L));
    delay = delay.or(() -> Optional.of(Duration.ZERO));
    refresh = refresh.or(() -> Optional.of(Duration.ZERO));
    refreshRepeat = refreshRepeat.or(() -> Optional.of(1L));
  }

  /** With what is not set taken from {@code defaults}; strict mode is silent towards rivals. */
  AnnouncementConfig complete(AnnouncementDraft defaults, boolean strict) {
    Duration fullDelay = delay.or(() -> defaults.delay).orElse(DELAY);
    long fullRepeat = repeat.or(() -> defaults.repeat).orElse(REPEAT);
    Duration rivals = rivalDelay.or(() -> defaults.rivalDelay).orElse(fullDelay);
    long rivalRounds = rivalRepeat.or(() -> defaults.rivalRepeat).orElse(fullRepeat);
    return new AnnouncementConfig(
        fullDelay,
        count(fullRepeat),
        refresh.or(() -> defaults.refresh).orElse(Duration.ZERO),
        count(refreshRepeat.or(() -> defaults.refreshRepeat).orElse(1L)),
        strict ? Duration.ZERO : rivals,
        strict ? 0 : count(rivalRounds),
        elsewhere.or(() -> defaults.elsewhere).filter(known -> known.period().isPositive()),
        inquiries.complete(defaults.inquiries, strict));
  }

  private static int count(long rounds) {
    return Math.clamp(rounds, 0, Integer.MAX_VALUE);
  }
}
