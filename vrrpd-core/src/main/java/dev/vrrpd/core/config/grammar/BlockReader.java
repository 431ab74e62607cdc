package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.config.tree.Node;
import java.util.List;
import java.util.Optional;

/** Applies the rows of a block to the nodes of a tree. Reports everything; stops for nothing. */
public final class BlockReader<D extends Draft> {
  private final Block<D> block;
  private final Block<?> file;
  private final D draft;
  private final Diagnostics diagnostics;
  private final boolean silent;

  /** {@code file} is the outermost block: where misplaced keywords may belong. */
  public BlockReader(Block<D> block, Block<?> file, D draft, Diagnostics diagnostics) {
    this(block, file, draft, diagnostics, false);
  }

  /** {@code silent}: the block as a whole has been said to have no effect. */
  private BlockReader(
      Block<D> block, Block<?> file, D draft, Diagnostics diagnostics, boolean silent) {
    this.block = block;
    this.file = file;
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.silent = silent;
  }

  public void read(List<Node> nodes) {
    nodes.forEach(this::read);
  }

  public void read(Node node) {
    Optional<Directive<D>> row = block.row(node.keyword().text());
    if (row.isPresent()) {
      read(row.get(), node);
    } else {
      unknown(node);
    }
  }

  private void read(Directive<D> row, Node node) {
    if (row.firstWins() && draft.has(row.keyword())) {
      repeated(row, node);
      return;
    }
    row.replacement().ifPresent(other -> deprecated(row, other, node.keyword()));
    boolean applied =
        switch (row.shape()) {
          case Shape.Value<D, ?> value -> value(value, node);
          case Shape.Entries<D, ?> entries -> entries(entries, node);
          case Shape.Section<D, ?> section -> section(section, row, node);
          case Shape.Skipped<D>() -> true;
        };
    if (applied) {
      draft.seen(row.keyword(), node.span());
      announce(row, node);
    }
  }

  private Line line(Node node) {
    return Line.behindKeyword(node, draft.label(), diagnostics);
  }

  private <T> boolean value(Shape.Value<D, T> shape, Node node) {
    if (node.block().isPresent()) {
      unexpectedBlock(node);
    }
    Line line = line(node);
    if (!line.hasNext() && !shape.argument().optional()) {
      missingArgument(node);
      return false;
    }
    if (line.peek().filter(Habits::isSign).isPresent()) {
      sign(node);
      return false;
    }
    Optional<T> value = shape.argument().read(line);
    value.ifPresent(known -> {
      line.expectEnd();
      shape.effect().apply(draft, known, line);
    });
    return value.isPresent();
  }

  private <T> boolean entries(Shape.Entries<D, T> shape, Node node) {
    if (node.block().isPresent()) {
      line(node).expectEnd();
    }
    shape.begin().begin(draft, line(node));
    for (Node entry : node.children()) {
      if (shape.perWord()) {
        entry.words().forEach(word -> entry(shape, entryLine(node, entry).only(word)));
      } else {
        entry(shape, entryLine(node, entry));
      }
      if (entry.block().isPresent()) {
        unexpectedBlock(entry);
      }
    }
    return true;
  }

  private Line entryLine(Node list, Node entry) {
    return Line.entry(list.keyword(), entry, draft.label(), diagnostics);
  }

  private <T> void entry(Shape.Entries<D, T> shape, Line line) {
    shape.entry().read(line).ifPresent(value -> shape.effect().apply(draft, value, line));
  }

  private <C extends Draft> boolean section(
      Shape.Section<D, C> shape, Directive<D> row, Node node) {
    boolean quiet = silent || !(row.support() instanceof Support.Full);
    Line header = line(node);
    Optional<C> inner = shape.opening().open(draft, header);
    inner.ifPresent(child -> {
      header.expectEnd();
      new BlockReader<>(shape.block(), file, child, diagnostics, quiet).read(node.children());
      shape.closing().close(draft, child, header);
    });
    return inner.isPresent();
  }

  private void announce(Directive<D> row, Node node) {
    if (silent) {
      return;
    }
    Span span = node.keyword().span();
    String keyword = row.keyword();
    switch (row.support()) {
      case Support.Full() -> {}
      case Support.NoEffect(String reason) when row.shape() instanceof Shape.Skipped<D> ->
          diagnostics.addOncePerFile(
              Diagnostic.of(
                  Code.OTHER_SUBSYSTEM,
                  span,
                  "'%s' is skipped, here and below: %s".formatted(keyword, reason)));
      case Support.NoEffect(String reason) ->
          diagnostics.add(
              Diagnostic.of(
                  Code.NO_EFFECT, span, "'%s' has no effect: %s".formatted(keyword, reason)));
    }
  }

  private void sign(Node node) {
    List<Word> rest = node.arguments().subList(1, node.arguments().size());
    String value = rest.isEmpty() ? "VALUE" : rest.getFirst().text();
    diagnostics.add(
        Diagnostic.of(
                Code.INVALID_VALUE,
                node.arguments().getFirst().span(),
                "a keyword and its value stand beside each other, without a sign")
            .help("write %s %s".formatted(node.keyword().text(), value)));
  }

  private void missingArgument(Node node) {
    String keyword = node.keyword().text();
    diagnostics.add(
        Diagnostic.of(
                Code.MISSING_ARGUMENT,
                node.keyword().span(),
                "'%s' has no value".formatted(keyword))
            .help(
                block
                    .row(keyword)
                    .map(row -> "for example: " + row.exampleText())
                    .orElse("add a value"))
            .asKeepalived(
                "*** Configuration line starting `%s` is missing a parameter after keyword `%s` at word position 2"
                    .formatted(keyword, keyword)));
  }

  private void unexpectedBlock(Node node) {
    diagnostics.add(
        Diagnostic.of(
                Code.UNEXPECTED_BRACE,
                node.span(),
                "'%s' opens no block; what stands between its braces is ignored"
                    .formatted(node.keyword().text()))
            .asKeepalived("Unexpected '{' - ignoring"));
  }

  private void repeated(Directive<D> row, Node node) {
    diagnostics.add(
        Diagnostic.of(
                Code.DUPLICATE_KEYWORD,
                node.span(),
                "'%s' is set already in line %d; this one is ignored"
                    .formatted(row.keyword(), draft.place(row.keyword()).line()))
            .asKeepalived(alreadySpecified(row.keyword(), node)));
  }

  private String alreadySpecified(String keyword, Node node) {
    String label = draft.label().isEmpty() ? "" : draft.label() + " ";
    String value = String.join(" ", node.arguments().stream().map(Word::text).toList());
    return keyword.startsWith("notify")
        ? "%s%s script already specified - ignoring %s".formatted(label, keyword, value)
        : "%s%s already specified - ignoring".formatted(label, keyword);
  }

  private void deprecated(Directive<D> row, String other, Word keyword) {
    diagnostics.add(
        Diagnostic.of(
                Code.DEPRECATED, keyword.span(), "'%s' is an old spelling".formatted(row.keyword()))
            .help("write '%s'".formatted(other))
            .asKeepalived(
                "Keyword \"%s\" is deprecated - please use \"%s\""
                    .formatted(row.keyword(), other)));
  }

  private void unknown(Node node) {
    String keyword = node.keyword().text();
    boolean opensBlock = node.block().isPresent();
    String where = block.name().isEmpty() ? "" : " in " + block.name();
    Optional<String> home = homeOf(keyword);
    Code code =
        home.isPresent()
            ? Code.MISPLACED_KEYWORD
            : opensBlock ? Code.UNKNOWN_BLOCK : Code.UNKNOWN_KEYWORD;
    Diagnostic diagnostic =
        Diagnostic.of(
                code,
                node.keyword().span(),
                "unknown %s '%s'%s%s"
                    .formatted(
                        opensBlock ? "block" : "keyword",
                        keyword,
                        where,
                        opensBlock ? "; it is skipped" : ""))
            .asKeepalived("Unknown keyword '%s'".formatted(keyword));
    boolean helped = diagnostics.knowsEnough(code, node.keyword().span());
    Optional<String> help = helped ? Optional.empty() : help(keyword, home);
    diagnostics.add(help.map(diagnostic::help).orElse(diagnostic));
  }

  private Optional<String> help(String keyword, Optional<String> home) {
    List<String> known = block.rows().stream().map(Directive::keyword).toList();
    return Habits.comment(keyword)
        .or(() -> Habits.assignment(keyword, block))
        .or(() ->
            Suggestion.nearest(keyword, known).map(near -> "did you mean '%s'?".formatted(near)))
        .or(() -> home.map(name -> "it belongs %s".formatted(name)));
  }

  private Optional<String> homeOf(String keyword) {
    if (file.knows(keyword)) {
      return Optional.of("outside of all blocks");
    }
    return file.inner()
        .filter(other -> other.knows(keyword))
        .findFirst()
        .map(other -> "into " + other.name());
  }
}
