package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Span;

/**
 * A piece of one line whose characters know the columns they were typed at, whatever replacements
 * it went through. Immutable.
 */
public final class Text {
  private final String chars;
  private final String file;
  private final int line;
  private final int firstColumn;

  /** Column of each character; null: they follow each other from {@link #firstColumn}. */
  private final int[] columns;

  private Text(String chars, String file, int line, int firstColumn, int[] columns) {
    this.chars = chars;
    this.file = file;
    this.line = line;
    this.firstColumn = firstColumn;
    this.columns = columns;
  }

  /** A whole line of a file, numbered from 1. */
  public static Text line(String file, int line, String chars) {
    return new Text(chars, file, line, 1, null);
  }

  public String chars() {
    return chars;
  }

  public String file() {
    return file;
  }

  public int length() {
    return chars.length();
  }

  public boolean isEmpty() {
    return chars.isEmpty();
  }

  public char at(int index) {
    return chars.charAt(index);
  }

  public boolean startsWith(String prefix) {
    return chars.startsWith(prefix);
  }

  /** Where all of it stands. */
  public Span span() {
    return span(0, chars.length());
  }

  /** Where the characters {@code from} to {@code to} (exclusive) stand. */
  public Span span(int from, int to) {
    int first = column(from);
    int last = to > from ? column(to - 1) : first;
    return new Span(file, line, first, last - first + 1);
  }

  private int column(int index) {
    if (columns == null) {
      return firstColumn + index;
    }
    if (index < columns.length) {
      return columns[index];
    }
    return columns.length == 0 ? firstColumn : columns[columns.length - 1] + 1;
  }

  public Text part(int from, int to) {
    if (columns == null) {
      return new Text(chars.substring(from, to), file, line, firstColumn + from, null);
    }
    return new Text(
        chars.substring(from, to), file, line, column(from), copyOfRange(columns, from, to));
  }

  private static int[] copyOfRange(int[] columns, int from, int to) {
    return java.util.Arrays.copyOfRange(columns, from, to);
  }

  public Text from(int index) {
    return part(index, chars.length());
  }

  /** Without blanks and tabs at both ends. */
  public Text trimmed() {
    int from = 0;
    int to = chars.length();
    while (from < to && isBlank(chars.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(chars.charAt(to - 1))) {
      to--;
    }
    return part(from, to);
  }

  /**
   * With the characters {@code from} to {@code to} replaced; the new ones stand where those stood.
   */
  public Text replace(int from, int to, String replacement) {
    return part(0, from).followedBy(at(from, to, replacement)).followedBy(from(to));
  }

  private Text at(int from, int to, String replacement) {
    int[] places = new int[replacement.length()];
    java.util.Arrays.fill(places, column(from));
    if (places.length > 0 && to > from) {
      places[places.length - 1] = column(to - 1);
    }
    return new Text(replacement, file, line, column(from), places);
  }

  /** This and then {@code tail}, as one line; it stands where the longer one of them stands. */
  public Text followedBy(Text tail) {
    if (isEmpty() && tail.columns == null) {
      return tail;
    }
    if (tail.isEmpty()) {
      return this;
    }
    boolean sameLine = file.equals(tail.file) && line == tail.line;
    int[] places = new int[chars.length() + tail.length()];
    for (int i = 0; i < places.length; i++) {
      boolean head = i < chars.length();
      places[i] =
          head ? column(i) : sameLine ? tail.column(i - chars.length()) : column(chars.length());
    }
    return new Text(chars + tail.chars, file, line, firstColumn, places);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Blank, tab, CR, LF, FF or VT: what separates words. */
  static boolean isSeparator(char c) {
    return isBlank(c) || c == '\r' || c == '\n' || c == '\f' || c == 0x0b;
  }

  @Override
  public String toString() {
    return span() + " " + chars;
  }
}
