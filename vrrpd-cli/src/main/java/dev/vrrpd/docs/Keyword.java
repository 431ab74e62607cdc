package dev.vrrpd.docs;

import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Shape;
import dev.vrrpd.core.config.keywords.FileRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A keyword in its block, as documents need it.
 *
 * @param block name of the block, empty outside of all
 */
public record Keyword(String block, Directive<?> row) {

  /** Every keyword, block by block in the order of the reference, inner blocks behind their own. */
  public static List<Keyword> all() {
    return blocks().stream()
        .flatMap(block -> block.rows().stream().map(row -> new Keyword(block.name(), row)))
        .toList();
  }

  /** Every block once; first what stands outside of all. */
  static List<Block<?>> blocks() {
    List<Block<?>> all = new ArrayList<>();
    Stream.concat(Stream.of(FileRows.TABLE), FileRows.TABLE.inner())
        .filter(block -> all.stream().noneMatch(other -> other.name().equals(block.name())))
        .forEach(all::add);
    return all;
  }

  /** The rows of this spelling, in whatever blocks they stand. */
  public static List<Keyword> named(String word) {
    return all().stream().filter(keyword -> keyword.row().keyword().equals(word)).toList();
  }

  /** The keyword that {@code word} may be a mistyped form of. */
  public static Optional<String> near(String word) {
    return Suggestion.nearest(
        word, all().stream().map(keyword -> keyword.row().keyword()).distinct().toList());
  }

  /** {@code advert_int SECONDS}. */
  String synopsis() {
    return (row.keyword() + " " + row.arguments()).trim();
  }

  /** The default as written, or in words; flags are off. */
  String defaultText() {
    if (!row.byDefault().isEmpty()) {
      return row.byDefault();
    }
    return row.otherwise().isEmpty() && row.shape() instanceof Shape.Value<?, ?>
        ? "off"
        : row.otherwise();
  }

  /** In words for a terminal: what it is, what it takes, an example. */
  public String help() {
    StringBuilder text = new StringBuilder();
    text.append(synopsis()).append('\n');
    text.append("  ").append(row.summary()).append('\n');
    line(text, "in", block.isEmpty() ? "outside of all blocks" : block);
    line(text, "values", row.range());
    line(text, "default", defaultText());
    line(text, "since", row.since().isEmpty() ? "" : "keepalived " + row.since());
    line(text, "RFC 9568", row.rfc().isEmpty() ? "" : "section " + row.rfc());
    row.replacement().ifPresent(other -> line(text, "write", other));
    line(text, "support", support());
    text.append("  example\n");
    row.exampleText().lines().forEach(line -> text.append("    ").append(line).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("  %-9s %s%n".formatted(name, value));
    }
  }

  /** Nothing has to follow it. */
  boolean standsAlone() {
    return row.shape() instanceof Shape.Value<?, ?>(var argument, var _) && argument.optional();
  }

  /** It works as described. */
  boolean full() {
    return row.support().label().equals("FULL");
  }

  /** {@code FULL}, or the level and its reason. */
  String support() {
    String reason = row.support().explanation();
    return row.support().label() + (reason.isEmpty() ? "" : ": " + reason);
  }
}
