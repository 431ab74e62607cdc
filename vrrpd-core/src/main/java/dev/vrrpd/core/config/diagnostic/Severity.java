package dev.vrrpd.core.config.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters. An error keeps a running configuration from being replaced. */
public enum Severity {
  ERROR,
  WARNING,
  NOTICE;

  /** {@code error}, {@code warning}, {@code notice}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
