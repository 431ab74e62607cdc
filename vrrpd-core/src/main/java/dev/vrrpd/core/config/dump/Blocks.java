package dev.vrrpd.core.config.dump;

import java.math.BigDecimal;
import java.time.Duration;

/** Text in blocks, indented. */
final class Blocks {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  void open(String header) {
    word(header + " {");
    depth++;
  }

  void close() {
    depth--;
    word("}");
    if (depth == 0) {
      text.append('\n');
    }
  }

  void word(String line) {
    text.repeat("    ", depth).append(line).append('\n');
  }

  void line(String keyword, Object value) {
    word(keyword + " " + value);
  }

  void flag(String keyword, boolean set) {
    if (set) {
      word(keyword);
    }
  }

  /** Between double quotes if it could be taken for something else. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_.:/@%+-]+") ? word : '"' + word + '"';
  }

  static String seconds(Duration duration) {
    BigDecimal value = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
