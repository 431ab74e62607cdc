package dev.vrrpd.core.config.diagnostic;

/**
 * A stretch of one line of a file.
 *
 * @param file as the operator named it; empty: no file is to blame
 * @param line from 1; 0: the file as a whole
 * @param column of the first character, from 1; 0: the file as a whole
 * @param length in characters, at least 1
 */
public record Span(String file, int line, int column, int length) {
  /** The configuration as a whole. */
  public static final Span NOWHERE = new Span("", 0, 0, 1);

  public Span {
    length = Math.max(1, length);
  }

  /** From the start of this to the end of {@code last}, when both stand on one line. */
  public Span to(Span last) {
    if (!file.equals(last.file) || line != last.line || last.column < column) {
      return this;
    }
    return new Span(file, line, column, last.column + last.length - column);
  }

  /** The whole file that this lies in. */
  public Span wholeFile() {
    return new Span(file, 0, 0, 1);
  }

  /** {@code file:line:column}, {@code file}, or {@code configuration}. */
  @Override
  public String toString() {
    if (file.isEmpty()) {
      return "configuration";
    }
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
