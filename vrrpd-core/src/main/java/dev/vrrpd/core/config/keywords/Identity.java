package dev.vrrpd.core.config.keywords;

import java.util.List;
import java.util.Optional;

/** {@code USER}, {@code USER GROUP}, {@code USER :GROUP} or {@code USER:GROUP}. */
record Identity(Optional<String> user, Optional<String> group) {
  static final Identity NOBODY_NAMED = new Identity(Optional.empty(), Optional.empty());

  /** Of no, one or two words. */
  static Identity of(List<String> words) {
    if (words.isEmpty()) {
      return NOBODY_NAMED;
    }
    String first = words.getFirst();
    int colon = first.indexOf(':');
    if (colon > 0) {
      return new Identity(Optional.of(first.substring(0, colon)), group(first.substring(colon)));
    }
    return new Identity(
        Optional.of(first), words.size() > 1 ? group(words.get(1)) : Optional.empty());
  }

  private static Optional<String> group(String word) {
    String name = word.startsWith(":") ? word.substring(1) : word;
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
