package dev.vrrpd.core.config.diagnostic;

import java.util.Optional;

/**
 * One finding about a configuration.
 *
 * @param message one sentence without a full stop, naming the operator's own words
 * @param help what to write instead, or how to find out
 * @param keepalivedText the line keepalived logs for the same mistake, for tools that grep logs
 */
public record Diagnostic(
    Code code, Span span, String message, Optional<String> help, Optional<String> keepalivedText) {

  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(code, span, message, Optional.empty(), Optional.empty());
  }

  public Diagnostic help(String text) {
    return new Diagnostic(code, span, message, Optional.of(text), keepalivedText);
  }

  /** As keepalived says it about a line: {@code (FILE: Line N) TEXT}. */
  public Diagnostic asKeepalived(String text) {
    return asKeepalivedOverall("(%s: Line %d) %s".formatted(span.file(), span.line(), text));
  }

  /** As keepalived says it about the configuration as a whole: no file, no line. */
  public Diagnostic asKeepalivedOverall(String text) {
    return new Diagnostic(code, span, message, help, Optional.of(text));
  }

  public Severity severity() {
    return code.severity();
  }

  /** {@code file:line:column: severity: code: message}. */
  @Override
  public String toString() {
    return "%s: %s: %s: %s".formatted(span, severity().label(), code.id(), message);
  }
}
