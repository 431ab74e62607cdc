package dev.vrrpd.core.config.text;

import java.util.Optional;

/**
 * A {@code $NAME} or {@code ${NAME arguments}} in a line.
 *
 * @param arguments what stands behind the name within the braces, trimmed
 * @param end index behind it
 */
record ParameterUse(String name, String arguments, int end) {

  /** The use that begins at {@code at}, if one does. */
  static Optional<ParameterUse> at(String text, int at) {
    if (text.charAt(at) != '$' || at + 1 >= text.length()) {
      return Optional.empty();
    }
    boolean braced = text.charAt(at + 1) == '{';
    int from = braced ? at + 2 : at + 1;
    int end = endOfName(text, from);
    if (end == from) {
      return Optional.empty();
    }
    return braced ? braced(text, from, end) : plain(text, from, end);
  }

  private static Optional<ParameterUse> braced(String text, int from, int endOfName) {
    int close = text.indexOf('}', endOfName);
    if (close < 0 || (close > endOfName && !Text.isBlank(text.charAt(endOfName)))) {
      return Optional.empty();
    }
    return Optional.of(
        new ParameterUse(
            text.substring(from, endOfName), text.substring(endOfName, close).trim(), close + 1));
  }

  /** Without braces a name counts only before a blank, a comma, a parenthesis or the end. */
  private static Optional<ParameterUse> plain(String text, int from, int endOfName) {
    boolean ended = endOfName == text.length() || " \t,)".indexOf(text.charAt(endOfName)) >= 0;
    return ended
        ? Optional.of(new ParameterUse(text.substring(from, endOfName), "", endOfName))
        : Optional.empty();
  }

  /**
   * Index behind the letters, digits and underscores at {@code from}; digits do not begin a name.
   */
  static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end), end == from)) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }
}
