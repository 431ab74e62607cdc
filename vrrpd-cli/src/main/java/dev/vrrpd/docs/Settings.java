package dev.vrrpd.docs;

import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.keywords.FileRows;
import dev.vrrpd.core.config.text.Budget;
import dev.vrrpd.core.config.text.Preprocessor;
import dev.vrrpd.core.config.text.SourceReader;
import dev.vrrpd.core.config.text.Surroundings;
import dev.vrrpd.core.config.tree.Node;
import dev.vrrpd.core.config.tree.TreeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The keywords of a piece of configuration with the blocks they stand in, whatever is wrong. */
final class Settings {
  private static final String NAME = "/text";
  private final List<Node> nodes = new ArrayList<>();

  Settings(String text) {
    Diagnostics ignored = new Diagnostics();
    TreeBuilder tree = new TreeBuilder(FileRows.TABLE, ignored, nodes::add);
    new Preprocessor(
            new OneText(text),
            new Surroundings("node1", Map.of(), 0, false),
            new Budget(Budget.ROOM),
            ignored,
            tree)
        .read(NAME);
    tree.end();
  }

  /** Words that stand outside of all blocks, without their values. */
  Stream<Node> outermost() {
    return nodes.stream();
  }

  /** Block and keyword; the block is empty outside of all. */
  void walk(BiConsumer<String, String> visitor) {
    walk("", nodes, visitor);
  }

  private static void walk(String block, List<Node> nodes, BiConsumer<String, String> visitor) {
    for (Node node : nodes) {
      String keyword = node.keyword().text();
      visitor.accept(block, keyword);
      walk(keyword, node.children(), visitor);
    }
  }

  private record OneText(String text) implements SourceReader {
    @Override
    public Content read(String path) {
      return path.equals(NAME) ? new Content.Lines(text.lines().toList()) : new Content.Missing();
    }

    @Override
    public List<String> list(String directory) {
      return List.of();
    }

    @Override
    public String absolute(String path) {
      return path;
    }
  }
}
