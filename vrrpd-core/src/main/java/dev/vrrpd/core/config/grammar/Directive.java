package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/**
 * One row of the table: a keyword of a block with its value, its effect and its description. Rows
 * alone feed parser, range checks, suggestions, reference, manual page, schema and coverage.
 *
 * @param synopsis what stands behind the keyword of a block; empty: the argument says it
 * @param byDefault the value in force without the keyword, as it would be written; else empty
 * @param otherwise the default in words, where it is not one value
 * @param since keepalived's release that brought it, 2.0.0 or later; else empty
 * @param rfc section of RFC 9568 that it sets a parameter of; else empty
 * @param replacement for a deprecated spelling: what to write instead
 * @param firstWins a second one is reported and ignored
 */
public record Directive<D extends Draft>(
    String keyword,
    Shape<D> shape,
    String synopsis,
    String byDefault,
    String otherwise,
    String since,
    String rfc,
    String summary,
    Optional<String> example,
    Optional<String> replacement,
    boolean firstWins,
    Support support) {

  public Directive<D> synopsis(String text) {
    return new Directive<>(
        keyword,
        shape,
        text,
        byDefault,
        otherwise,
        since,
        rfc,
        summary,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> byDefault(String text) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        text,
        otherwise,
        since,
        rfc,
        summary,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> otherwise(String text) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        text,
        since,
        rfc,
        summary,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> since(String release) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        release,
        rfc,
        summary,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> rfc(String section) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        section,
        summary,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> summary(String text) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        rfc,
        text,
        example,
        replacement,
        firstWins,
        support);
  }

  public Directive<D> example(String text) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        rfc,
        summary,
        Optional.of(text),
        replacement,
        firstWins,
        support);
  }

  public Directive<D> deprecatedFor(String other) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        rfc,
        summary,
        example,
        Optional.of(other),
        firstWins,
        support);
  }

  public Directive<D> firstWinning() {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        rfc,
        summary,
        example,
        replacement,
        true,
        support);
  }

  public Directive<D> noEffect(String reason) {
    return supported(new Support.NoEffect(reason));
  }

  private Directive<D> supported(Support level) {
    return new Directive<>(
        keyword,
        shape,
        synopsis,
        byDefault,
        otherwise,
        since,
        rfc,
        summary,
        example,
        replacement,
        firstWins,
        level);
  }

  /** What a synopsis shows behind the keyword. */
  public String arguments() {
    return switch (shape) {
      case Shape.Value<D, ?>(Argument<?> argument, var _) -> argument.syntax();
      case Shape.Entries<D, ?>(Argument<?> entry, boolean perWord, var _, var _) ->
          "{ %s %s }".formatted(entry.syntax(), perWord ? "..." : "; ...");
      case Shape.Section<D, ?> _ -> (synopsis.isEmpty() ? "" : synopsis + " ") + "{ ... }";
      case Shape.Skipped<D>() -> "{ ... }";
    };
  }

  /** What values are allowed, in words. */
  public String range() {
    return switch (shape) {
      case Shape.Value<D, ?>(Argument<?> argument, var _) -> argument.range();
      case Shape.Entries<D, ?>(Argument<?> entry, var _, var _, var _) -> entry.range();
      case Shape.Section<D, ?> _ -> "";
      case Shape.Skipped<D>() -> "";
    };
  }

  /** Text that reads without a finding, given or made from the argument. */
  public String exampleText() {
    return example.orElseGet(() ->
        switch (shape) {
          case Shape.Value<D, ?>(Argument<?> argument, var _) ->
              (keyword + " " + argument.example()).trim();
          case Shape.Entries<D, ?>(Argument<?> entry, var _, var _, var _) ->
              "%s {\n    %s\n}".formatted(keyword, entry.example());
          case Shape.Section<D, ?> _ ->
              "%s%s {\n}".formatted(keyword, synopsis.isEmpty() ? "" : " " + synopsis);
          case Shape.Skipped<D>() -> keyword + " {\n}";
        });
  }
}
