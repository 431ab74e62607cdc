package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.Locale;

/**
 * When an instance asks the neighbours who else answers for its addresses.
 *
 * @param period while Active; zero: never; {@code rival_probe}
 * @param takeover what becomes of an answer before a takeover; {@code takeover_probe}
 */
public record InquiryConfig(Duration period, Takeover takeover) {
  /** Nobody is asked. */
  public static final InquiryConfig OFF = new InquiryConfig(Duration.ZERO, Takeover.OFF);

  /** What a Backup does shortly before it takes over. */
  public enum Takeover {
    /** It asks nobody. */
    OFF,
    /** It asks, takes over in any case, and tells who answered. */
    WARN;

    /** Of the keyword's argument. */
    public static Takeover of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The keyword's argument. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody may be asked. */
  public boolean asks() {
    return period.isPositive() || takeover != Takeover.OFF;
  }
}
