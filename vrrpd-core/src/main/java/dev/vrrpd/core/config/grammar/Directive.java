package dev.vrrpd.core.config.grammar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the table: a keyword of a block with its value, its effect and its description. Rows
 * alone feed parser, range checks, suggestions, reference, manual page, schema and coverage. Never
 * changes: what is said of it makes another one.
 */
public final class Directive<D extends Draft> {
  private enum Told {
    SYNOPSIS,
    DEFAULT,
    OTHERWISE,
    SINCE,
    RFC,
    SUMMARY,
    EXAMPLE,
    REPLACEMENT
  }

  private final String keyword;
  private final Shape<D> shape;
  private final Map<Told, String> told;
  private final boolean firstWins;
  private final Support support;

  private Directive(
      String keyword, Shape<D> shape, Map<Told, String> told, boolean firstWins, Support support) {
    this.keyword = keyword;
    this.shape = shape;
    this.told = told;
    this.firstWins = firstWins;
    this.support = support;
  }

  /** One with full support of which nothing is said yet. */
  Directive(String keyword, Shape<D> shape) {
    this(keyword, shape, new EnumMap<>(Told.class), false, new Support.Full());
  }

  public String keyword() {
    return keyword;
  }

  public Shape<D> shape() {
    return shape;
  }

  public Support support() {
    return support;
  }

  /** Whether a second one is reported and ignored. */
  public boolean firstWins() {
    return firstWins;
  }

  /** What stands behind the keyword of a block; empty: the argument says it. */
  public String synopsis() {
    return told.getOrDefault(Told.SYNOPSIS, "");
  }

  /** The value in force without the keyword, as it would be written; else empty. */
  public String byDefault() {
    return told.getOrDefault(Told.DEFAULT, "");
  }

  /** The default in words, where it is not one value. */
  public String otherwise() {
    return told.getOrDefault(Told.OTHERWISE, "");
  }

  /** keepalived's release that brought it, 2.0.0 or later; else empty. */
  public String since() {
    return told.getOrDefault(Told.SINCE, "");
  }

  /** Section of RFC 9568 that it sets a parameter of; else empty. */
  public String rfc() {
    return told.getOrDefault(Told.RFC, "");
  }

  /** What it does, in one sentence. */
  public String summary() {
    return told.getOrDefault(Told.SUMMARY, "");
  }

  public Optional<String> example() {
    return Optional.ofNullable(told.get(Told.EXAMPLE));
  }

  /** For a deprecated spelling: what to write instead. */
  public Optional<String> replacement() {
    return Optional.ofNullable(told.get(Told.REPLACEMENT));
  }

  public Directive<D> synopsis(String text) {
    return with(Told.SYNOPSIS, text);
  }

  public Directive<D> byDefault(String text) {
    return with(Told.DEFAULT, text);
  }

  public Directive<D> otherwise(String text) {
    return with(Told.OTHERWISE, text);
  }

  public Directive<D> since(String release) {
    return with(Told.SINCE, release);
  }

  public Directive<D> rfc(String section) {
    return with(Told.RFC, section);
  }

  public Directive<D> summary(String text) {
    return with(Told.SUMMARY, text);
  }

  public Directive<D> example(String text) {
    return with(Told.EXAMPLE, text);
  }

  public Directive<D> deprecatedFor(String other) {
    return with(Told.REPLACEMENT, other);
  }

  public Directive<D> firstWinning() {
    return new Directive<>(keyword, shape, told, true, support);
  }

  public Directive<D> noEffect(String reason) {
    return new Directive<>(keyword, shape, told, firstWins, new Support.NoEffect(reason));
  }

  private Directive<D> with(Told what, String text) {
    Map<Told, String> more = new EnumMap<>(told);
    more.put(what, text);
    return new Directive<>(keyword, shape, more, firstWins, support);
  }

  /** What a synopsis shows behind the keyword. */
  public String arguments() {
    return switch (shape) {
      case Shape.Value<D, ?>(Argument<?> argument, var _) -> argument.syntax();
      case Shape.Entries<D, ?>(Argument<?> entry, boolean perWord, var _, var _) ->
          "{ %s %s }".formatted(entry.syntax(), perWord ? "..." : "; ...");
      case Shape.Section<D, ?> _ -> (synopsis().isEmpty() ? "" : synopsis() + " ") + "{ ... }";
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
    return example()
        .orElseGet(() ->
            switch (shape) {
              case Shape.Value<D, ?>(Argument<?> argument, var _) ->
                  (keyword + " " + argument.example()).trim();
              case Shape.Entries<D, ?>(Argument<?> entry, var _, var _, var _) ->
                  "%s {\n    %s\n}".formatted(keyword, entry.example());
              case Shape.Section<D, ?> _ ->
                  "%s%s {\n}".formatted(keyword, synopsis().isEmpty() ? "" : " " + synopsis());
              case Shape.Skipped<D>() -> keyword + " {\n}";
            });
  }
}
