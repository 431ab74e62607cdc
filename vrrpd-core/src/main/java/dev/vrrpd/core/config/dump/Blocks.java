package dev.vrrpd.core.config.dump;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text in blocks, indented; the same as the lines of each outermost block. */
final class Blocks {
  /** What stands outside of all blocks belongs to this one. */
  static final String OUTSIDE = "";

  private final StringBuilder text = new StringBuilder();
  private final List<String> path = new ArrayList<>();
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  Blocks() {
    lines.put(OUTSIDE, new ArrayList<>());
  }

  void open(String header) {
    word(header + " {");
    path.add(header);
    if (path.size() == 1) {
      lines.computeIfAbsent(header, _ -> new ArrayList<>());
    }
  }

  void close() {
    path.removeLast();
    indented("}");
    if (path.isEmpty()) {
      text.append('\n');
    }
  }

  void word(String line) {
    indented(line);
    if (!line.endsWith(" {")) {
      String within = path.isEmpty() ? "" : String.join(" ", path.subList(1, path.size()));
      lines.get(path.isEmpty() ? OUTSIDE : path.getFirst()).add((within + " " + line).trim());
    }
  }

  private void indented(String line) {
    text.repeat("    ", path.size()).append(line).append('\n');
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

  /** The lines of each outermost block by its header, those of inner blocks behind its keyword. */
  Map<String, List<String>> lines() {
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
