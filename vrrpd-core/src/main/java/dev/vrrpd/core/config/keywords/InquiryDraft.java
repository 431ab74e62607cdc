package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.InquiryConfig;
import dev.vrrpd.core.config.InquiryConfig.Takeover;
import java.time.Duration;
import java.util.Optional;

/** {@code rival_probe} and {@code takeover_probe} of an instance, or the defaults of all. */
final class InquiryDraft {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  Optional<Duration> period = Optional.empty();
  Optional<Takeover> takeover = Optional.empty();

  /** With what is not set taken from {@code defaults}; strict mode asks nobody unasked. */
  InquiryConfig complete(InquiryDraft defaults, boolean strict) {
    return new InquiryConfig(
        period.or(() -> defaults.period).orElse(strict ? Duration.ZERO : PERIOD),
        takeover.or(() -> defaults.takeover).orElse(strict ? Takeover.OFF : Takeover.WARN));
  }
}
