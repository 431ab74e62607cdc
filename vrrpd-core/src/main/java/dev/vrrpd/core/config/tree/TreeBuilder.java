package dev.vrrpd.core.config.tree;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Token;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts tokens together to nodes and hands on each node of the top level as soon as it is complete.
 * A missing brace is reported where its block began, and reading goes on so that later mistakes are
 * found too.
 */
public final class TreeBuilder implements Consumer<Token> {
  private final BlockShape root;
  private final Diagnostics diagnostics;
  private final Consumer<Node> topLevel;
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** The statement just read: whether a block belongs to it shows with the next token. */
  private Token.Statement pending;

  /** An open block; {@code header} is null for a brace without a keyword. */
  private record Frame(Token.Statement header, Span brace, BlockShape shape, List<Node> nodes) {}

  public TreeBuilder(BlockShape root, Diagnostics diagnostics, Consumer<Node> topLevel) {
    this.root = root;
    this.diagnostics = diagnostics;
    this.topLevel = topLevel;
  }

  @Override
  public void accept(Token token) {
    switch (token) {
      case Token.Statement statement -> statement(statement);
      case Token.Open(Span span) -> open(span);
      case Token.Close(Span span) -> close(span);
    }
  }

  /** The end of the last file. Blocks that are open still count. */
  public void end() {
    if (pending != null && opened().isPresent()) {
      missingOpening(pending);
    }
    flush();
    while (!frames.isEmpty()) {
      reportUnclosed(frames.peek(), "before the end of the file");
      pop();
    }
  }

  private void statement(Token.Statement statement) {
    Optional<BlockShape> opened = opened();
    String keyword = statement.words().getFirst().text();
    if (opened.isPresent()) {
      missingOpening(pending);
      if (opened.get().knows(keyword) || !shape().knows(keyword)) {
        push(pending, pending.text().span(), opened.get());
      }
    }
    flush();
    while (endsOpenBlock(keyword)) {
      reportUnclosed(
          frames.peek(),
          "before '%s' in line %d".formatted(keyword, statement.text().span().line()));
      pop();
    }
    pending = statement;
  }

  /** A block of an outer level where the block that is open has no such keyword. */
  private boolean endsOpenBlock(String keyword) {
    if (frames.isEmpty() || shape().knows(keyword)) {
      return false;
    }
    return frames.stream().skip(1).anyMatch(frame -> frame.shape().opens(keyword).isPresent())
        || root.opens(keyword).isPresent();
  }

  private Optional<BlockShape> opened() {
    return pending == null ? Optional.empty() : shape().opens(pending.words().getFirst().text());
  }

  private BlockShape shape() {
    return frames.isEmpty() ? root : frames.peek().shape();
  }

  private void open(Span span) {
    if (pending == null) {
      diagnostics.add(
          Diagnostic.of(Code.UNEXPECTED_BRACE, span, "no keyword stands before this '{'")
              .asKeepalived("Unexpected '{' - ignoring"));
    }
    push(pending, span, pending == null ? shape() : opened().orElse(BlockShape.UNKNOWN));
  }

  private void push(Token.Statement header, Span brace, BlockShape shape) {
    frames.push(new Frame(header, brace, shape, new ArrayList<>()));
    pending = null;
  }

  private void close(Span span) {
    if (pending != null && opened().isPresent()) {
      missingOpening(pending);
    }
    flush();
    if (frames.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Code.EXTRA_CLOSING_BRACE, span, "this '}' closes nothing")
              .help("remove it, or look above for a block closed too early")
              .asKeepalived("Extra '}' found"));
    } else {
      pop();
    }
  }

  private void pop() {
    Frame frame = frames.pop();
    if (frame.header() == null) {
      frame.nodes().forEach(this::add);
    } else {
      add(
          new Node(
              frame.header().words(),
              frame.header().text(),
              Optional.of(List.copyOf(frame.nodes()))));
    }
  }

  private void flush() {
    if (pending != null) {
      add(new Node(pending.words(), pending.text(), Optional.empty()));
      pending = null;
    }
  }

  private void add(Node node) {
    if (frames.isEmpty()) {
      topLevel.accept(node);
    } else {
      frames.peek().nodes().add(node);
    }
  }

  private void missingOpening(Token.Statement header) {
    String keyword = header.words().getFirst().text();
    List<Word> entries =
        header.words().stream().skip(1).filter(word -> !word.text().matches("[\\[(]")).toList();
    String all = entries.stream().map(Word::text).collect(Collectors.joining(" "));
    diagnostics.add(
        Diagnostic.of(
                Code.MISSING_OPENING_BRACE,
                header.text().span(),
                "no '{' follows '%s'".formatted(keyword))
            .help(
                shape().lists(keyword) && !entries.isEmpty()
                    ? "%s { %s }".formatted(keyword, all)
                    : "%s {".formatted((keyword + " " + all).trim()))
            .asKeepalived("'{' missing from beginning of block %s".formatted(keyword)));
  }

  private void reportUnclosed(Frame frame, String where) {
    Span span = frame.header() == null ? frame.brace() : frame.header().text().span();
    String keyword = frame.header() == null ? "{" : frame.header().text().chars();
    diagnostics.add(
        Diagnostic.of(
                Code.MISSING_CLOSING_BRACE,
                span,
                "the block '%s' is not closed %s".formatted(keyword, where))
            .help("add a '}'")
            .asKeepalivedOverall("There are 1 missing '}'s or extra '{'s"));
  }
}
