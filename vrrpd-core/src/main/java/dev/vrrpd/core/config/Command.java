package dev.vrrpd.core.config;

import java.util.List;
import java.util.Optional;

/**
 * A script as configured, not yet looked for on disk.
 *
 * @param words command and arguments, at least one word
 * @param user as written; empty: {@code script_user}, else its default
 * @param group as written; empty: the user's primary group
 */
public record Command(List<String> words, Optional<String> user, Optional<String> group) {
  public Command {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a command has at least one word");
    }
  }
}
