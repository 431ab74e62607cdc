package dev.vrrpd.core.config.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The head of a {@code ~SEQ}, {@code ~SEQx} or {@code ~LST} line: variables and the rows of values
 * they take in turn.
 *
 * @param rows for {@code ~SEQ} computed on demand
 */
record Loop(List<String> variables, Iterable<List<String>> rows) {

  /** Why a loop cannot be run; the message completes a sentence. */
  static final class Refused extends Exception {
    Refused(String message) {
      super(message);
    }
  }

  /** Of {@code SEQ}, {@code SEQx} or {@code LST} and what stands between the parentheses. */
  static Loop parse(String kind, String inside) throws Refused {
    return switch (kind) {
      case "SEQ" -> sequence(inside, false);
      case "SEQx" -> sequence(inside, true);
      default -> list(inside);
    };
  }

  private static Loop sequence(String inside, boolean hex) throws Refused {
    List<String> words = split(inside);
    if (words.size() < 2 || words.size() > 4) {
      throw new Refused("it takes a name and one to three numbers");
    }
    long end = number(words.getLast());
    long start = words.size() > 2 ? number(words.get(1)) : end < 0 ? -1 : 1;
    long step = words.size() > 3 ? number(words.get(2)) : end < start ? -1 : 1;
    if (step == 0 || (end != start && Long.signum(end - start) != Long.signum(step))) {
      throw new Refused("a step of %d never leads from %d to %d".formatted(step, start, end));
    }
    if (hex && (start < 0 || end < 0)) {
      throw new Refused("hexadecimal values cannot be negative");
    }
    return new Loop(List.of(name(words.getFirst())), () -> new Steps(start, step, end, hex));
  }

  private static final class Steps implements java.util.Iterator<List<String>> {
    private final long step;
    private final long end;
    private final boolean hex;
    private long next;

    Steps(long start, long step, long end, boolean hex) {
      this.next = start;
      this.step = step;
      this.end = end;
      this.hex = hex;
    }

    @Override
    public boolean hasNext() {
      return step > 0 ? next <= end : next >= end;
    }

    @Override
    public List<String> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      long value = next;
      next += step;
      return List.of(hex ? Long.toHexString(value) : Long.toString(value));
    }
  }

  private static Loop list(String inside) throws Refused {
    List<String> words = split(inside);
    List<String> variables = new ArrayList<>();
    for (String variable : row(words.getFirst())) {
      variables.add(name(variable));
    }
    List<List<String>> rows = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      List<String> values = variables.size() == 1 ? List.of(word) : row(word);
      if (values.size() > variables.size()) {
        throw new Refused("'%s' has more values than there are names".formatted(word));
      }
      List<String> padded = new ArrayList<>(values);
      while (padded.size() < variables.size()) {
        padded.add("");
      }
      rows.add(List.copyOf(padded));
    }
    return new Loop(List.copyOf(variables), List.copyOf(rows));
  }

  private static List<String> row(String word) {
    return word.startsWith("{") && word.endsWith("}") && word.length() > 1
        ? commaSeparated(word.substring(1, word.length() - 1))
        : List.of(word);
  }

  private static String name(String word) throws Refused {
    if (word.isEmpty() || ParameterUse.endOfName(word, 0) != word.length()) {
      throw new Refused("'%s' is not a name".formatted(word));
    }
    return word;
  }

  private static long number(String word) throws Refused {
    boolean negative = word.startsWith("-");
    String digits =
        (negative || word.startsWith("+") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
    int radix =
        digits.startsWith("0x") ? 16 : digits.startsWith("0") && digits.length() > 1 ? 8 : 10;
    try {
      int value = Integer.parseUnsignedInt(radix == 16 ? digits.substring(2) : digits, radix);
      long unsigned = Integer.toUnsignedLong(value);
      return negative ? -unsigned : unsigned;
    } catch (NumberFormatException notANumber) {
      throw new Refused("'%s' is not a number".formatted(word));
    }
  }

  private static List<String> split(String inside) {
    return Alternatives.of(inside).stream().map(String::trim).toList();
  }

  private static List<String> commaSeparated(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::trim).toList();
  }
}
