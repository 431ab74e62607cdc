package dev.vrrpd.core.config.text;

/**
 * The escapes of script commands: {@code \a \b \E \f \n \r \t \v}, {@code \ooo}, {@code \xHH},
 * {@code \cX}; any other character stands for itself.
 */
final class Escapes {
  private static final String LETTERS = "abEfnrtv";
  private static final String MEANINGS = "\u0007\b\u001b\f\n\r\t\u000b";

  private Escapes() {}

  /** Appends what the escape at {@code at} (behind its backslash) means; the index behind it. */
  static int decode(String text, int at, StringBuilder to) {
    char c = text.charAt(at);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      to.append(MEANINGS.charAt(letter));
      return at + 1;
    }
    if (c == 'x' && digitAt(text, at + 1, 16)) {
      return number(text, at + 1, 2, 16, to);
    }
    if (digitAt(text, at, 8)) {
      return number(text, at, 3, 8, to);
    }
    if (c == 'c' && at + 1 < text.length()) {
      to.append((char) (text.charAt(at + 1) & 0x1f));
      return at + 2;
    }
    to.append(c);
    return at + 1;
  }

  private static int number(String text, int at, int mostDigits, int radix, StringBuilder to) {
    int end = at;
    while (end < at + mostDigits && digitAt(text, end, radix)) {
      end++;
    }
    to.append((char) (Integer.parseInt(text, at, end, radix) & 0xff));
    return end;
  }

  private static boolean digitAt(String text, int at, int radix) {
    return at < text.length() && Character.digit(text.charAt(at), radix) >= 0;
  }
}
