package dev.vrrpd.core.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a part of the daemon says; the words of {@code log_level}. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  /** What speaks for itself in the log. */
  public enum Part {
    /** The process: start, reload, scripts, addresses. */
    DAEMON,
    /** Elections: states, advertisements, priorities. */
    VRRP,
    BFD,
    CONFIG,
    METRICS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> of(String word) {
      return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LogLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
  }
}
