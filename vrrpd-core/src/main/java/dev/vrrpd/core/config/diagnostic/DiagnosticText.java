package dev.vrrpd.core.config.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Diagnostics for a terminal: the finding, the line it is about with a caret below, and help.
 *
 * <pre>
 * vrrpd.conf:7:3: error: unknown-keyword: unknown keyword 'advert_imt' in vrrp_instance
 *   7 |   advert_imt 1
 *     |   ^~~~~~~~~~
 *   help: did you mean 'advert_int'?
 * </pre>
 */
public final class DiagnosticText {
  private final Function<Span, Optional<String>> lines;

  /** Of a look-up of source lines; a line that is not there is left out. */
  public DiagnosticText(Function<Span, Optional<String>> lines) {
    this.lines = lines;
  }

  /** All of {@code diagnostics}, each ended by a new line. */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    diagnostics.forEach(diagnostic -> append(text, diagnostic));
    return text.toString();
  }

  private void append(StringBuilder text, Diagnostic diagnostic) {
    text.append(diagnostic).append('\n');
    Span span = diagnostic.span();
    lines.apply(span).ifPresent(line -> appendSource(text, span, line));
    diagnostic.help().ifPresent(help -> text.append("  help: ").append(help).append('\n'));
  }

  private static void appendSource(StringBuilder text, Span span, String line) {
    String number = Integer.toString(span.line());
    text.append("  ").append(number).append(" | ").append(printable(line)).append('\n');
    text.append("  ").repeat(' ', number.length()).append(" | ");
    int start = Math.min(span.column() - 1, line.length());
    for (int i = 0; i < start; i++) {
      text.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    int length = Math.clamp(span.length(), 1, Math.max(1, line.length() - start));
    text.append('^').repeat('~', length - 1).append('\n');
  }

  /** Control characters could talk to the terminal. */
  private static String printable(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    line.chars()
        .forEach(c -> shown.append(c == '\t' || !Character.isISOControl(c) ? (char) c : '?'));
    return shown.toString();
  }
}
