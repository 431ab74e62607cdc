package dev.vrrpd.core.config.tree;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Text;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;

/**
 * A keyword with its values and, if one follows, its block.
 *
 * @param words keyword and values, at least one
 * @param text the same line unsplit
 */
public record Node(List<Word> words, Text text, Optional<List<Node>> block) {
  public Word keyword() {
    return words.getFirst();
  }

  public List<Word> arguments() {
    return words.subList(1, words.size());
  }

  /** Of the whole line. */
  public Span span() {
    return keyword().span().to(words.getLast().span());
  }

  public List<Node> children() {
    return block.orElse(List.of());
  }
}
