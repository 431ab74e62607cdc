package dev.vrrpd.core.config.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How strict an include is. {@code include_check}, {@code includer} and its kin, {@code -e}. */
enum IncludeChecks {
  READ,
  MATCH,
  WILDCARD_MATCH,
  BRACE_MATCH;

  private static final Map<String, Set<IncludeChecks>> BY_KEYWORD =
      Map.of(
          "include", EnumSet.noneOf(IncludeChecks.class),
          "includer", EnumSet.of(READ),
          "includem", EnumSet.of(READ, MATCH),
          "includew", EnumSet.of(READ, MATCH, WILDCARD_MATCH),
          "includeb", EnumSet.of(READ, BRACE_MATCH),
          "includea", EnumSet.allOf(IncludeChecks.class));

  /** The checks that this include keyword adds; empty for any other word. */
  static Optional<Set<IncludeChecks>> of(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /**
   * By its name in {@code include_check}; the manual says {@code readable}, the program {@code
   * read}.
   */
  static Optional<IncludeChecks> named(String word) {
    if (word.equals("readable")) {
      return Optional.of(READ);
    }
    for (IncludeChecks check : values()) {
      if (check.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(check);
      }
    }
    return Optional.empty();
  }
}
