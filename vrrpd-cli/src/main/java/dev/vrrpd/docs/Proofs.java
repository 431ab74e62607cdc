package dev.vrrpd.docs;

import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.tree.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tests set a keyword, found by reading the configurations that stand in them. Some run it: a
 * daemon, a rehearsal or a simulated router works with the value. The others only look at what was
 * read. That a test which runs a keyword also looks at its effect is for the reader to judge.
 */
final class Proofs {
  private final Map<Place, Set<String>> running = new TreeMap<>();
  private final Map<Place, Set<String>> reading = new TreeMap<>();
  private final Map<String, Block<?>> blocks =
      Keyword.blocks().stream().collect(Collectors.toMap(Block::name, block -> block));

  /** A keyword in its block. */
  private record Place(String block, String keyword) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = block.compareTo(other.block);
      return order != 0 ? order : keyword.compareTo(other.keyword);
    }
  }

  private Proofs() {}

  /** Those below {@code root}, the directory of the modules. */
  static Proofs in(Path root) throws IOException {
    Proofs proofs = new Proofs();
    for (TestTexts.Source source : TestTexts.below(root)) {
      switch (source) {
        case TestTexts.Source.Configuration(String test, boolean runs, String text) ->
            proofs.add(test, runs, new Settings(text));
        case TestTexts.Source.Scenario(String name, Set<String> words) ->
            words.forEach(word -> proofs.add(name, word));
      }
    }
    return proofs;
  }

  /** Texts of other programs have words that are keywords here, and others that are none. */
  private void add(String test, boolean runs, Settings settings) {
    if (settings.outermost().allMatch(Proofs::isOurs)) {
      settings.walk((block, keyword) -> add(test, runs, block, keyword));
    }
  }

  /** A keyword with what it needs, or a place that a test puts something into. */
  private static boolean isOurs(Node node) {
    String word = node.keyword().text();
    boolean complete = node.words().size() > 1 || !node.children().isEmpty();
    return word.startsWith("%")
        || Keyword.named(word).stream().anyMatch(keyword -> complete || keyword.standsAlone());
  }

  /** A word of a scenario, where instances, groups and scripts are written alike. */
  private void add(String scenario, String word) {
    Stream.of("global_defs", "vrrp_instance", "vrrp_script", "vrrp_sync_group")
        .filter(block -> knows(block, word))
        .forEach(block -> add(scenario, true, block, word));
  }

  private void add(String test, boolean runs, String block, String keyword) {
    String home = knows(block, keyword) ? block : fragment(keyword);
    if (knows(home, keyword)) {
      (runs ? running : reading)
          .computeIfAbsent(new Place(home, keyword), _ -> new TreeSet<>())
          .add(test);
    }
  }

  /** The block that a keyword without one belongs to: an instance's, else the only one there is. */
  private String fragment(String keyword) {
    return knows("vrrp_instance", keyword)
        ? "vrrp_instance"
        : Keyword.named(keyword).stream().map(Keyword::block).reduce("", (_, last) -> last);
  }

  private boolean knows(String block, String keyword) {
    return blocks.containsKey(block)
        && blocks.get(block).rows().stream().map(Directive::keyword).anyMatch(keyword::equals);
  }

  /** Names of the tests and scenarios that run it. */
  Set<String> running(Keyword keyword) {
    return of(running, keyword);
  }

  /** Names of the tests that look at what was read of it. */
  Set<String> reading(Keyword keyword) {
    return of(reading, keyword);
  }

  private static Set<String> of(Map<Place, Set<String>> proofs, Keyword keyword) {
    return proofs.getOrDefault(new Place(keyword.block(), keyword.row().keyword()), Set.of());
  }
}
