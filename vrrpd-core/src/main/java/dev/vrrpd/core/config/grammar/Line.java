package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Text;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.config.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A line under examination: its words are taken one after the other. */
public final class Line {
  private final Word keyword;
  private final List<Word> words;
  private final Text text;
  private final Diagnostics diagnostics;
  private final String label;
  private int next;

  private Line(Word keyword, List<Word> words, Text text, String label, Diagnostics diagnostics) {
    this.keyword = keyword;
    this.words = words;
    this.text = text;
    this.label = label;
    this.diagnostics = diagnostics;
  }

  /** Behind the keyword. */
  static Line behindKeyword(Node node, String label, Diagnostics diagnostics) {
    Line line = new Line(node.keyword(), node.words(), node.text(), label, diagnostics);
    line.next = 1;
    return line;
  }

  /** The entry of a list, from its first word on. */
  static Line entry(Word keyword, Node node, String label, Diagnostics diagnostics) {
    return new Line(keyword, node.words(), node.text(), label, diagnostics);
  }

  /** A value without a file around it. */
  public static Line ofValue(String value) {
    Text text = Text.line("", 1, "keyword " + value);
    List<Word> words =
        Stream.of(text.chars().split(" ", -1)).map(word -> new Word(word, text.span())).toList();
    Line line = new Line(words.getFirst(), words, text, "", new Diagnostics());
    line.next = 1;
    return line;
  }

  /** One word alone, as if nothing else stood here. */
  public Line only(Word word) {
    return new Line(keyword, List.of(word), text, label, diagnostics);
  }

  /** Of the line, or of the list it is an entry of. */
  public Word keyword() {
    return keyword;
  }

  /** The line unsplit, keyword included. */
  public Text text() {
    return text;
  }

  /** The block's label in keepalived's messages: {@code (VI_1) }, or nothing. */
  public String label() {
    return label.isEmpty() ? "" : label + " ";
  }

  public boolean hasNext() {
    return next < words.size();
  }

  public Optional<Word> peek() {
    return hasNext() ? Optional.of(words.get(next)) : Optional.empty();
  }

  public Optional<Word> take() {
    return hasNext() ? Optional.of(words.get(next++)) : Optional.empty();
  }

  /** All words left. */
  public List<Word> takeAll() {
    List<Word> rest = words.subList(next, words.size());
    next = words.size();
    return rest;
  }

  /** Of the whole line. */
  public Span span() {
    return words.getFirst().span().to(words.getLast().span());
  }

  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Reports what is left behind a complete value. */
  void expectEnd() {
    if (hasNext()) {
      Span rest = words.get(next).span().to(words.getLast().span());
      report(
          Diagnostic.of(Code.EXTRA_WORDS, rest, "ignored: one line holds one keyword and its value")
              .help(
                  Habits.comment(words.get(next).text())
                      .orElse("put it on a line of its own, or remove it")));
    }
  }
}
