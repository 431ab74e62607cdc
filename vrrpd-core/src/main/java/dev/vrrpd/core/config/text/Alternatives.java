package dev.vrrpd.core.config.text;

import java.util.ArrayList;
import java.util.List;

/** What stands in braces, {@code {a,b{c,d}}}. */
final class Alternatives {
  private Alternatives() {}

  /** The parts of {@code inside} between the commas outside of its own braces, as written. */
  static List<String> of(String inside) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(inside.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(inside.substring(from));
    return parts;
  }
}
