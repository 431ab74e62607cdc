package dev.vrrpd.core.config.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The parameters defined so far and the predefined ones; replaces their uses in a line. */
final class Parameters {
  private static final int MOST_REPLACEMENTS = 1_000;
  private static final int LONGEST_LINE = 65_536;

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Surroundings surroundings;
  private final Budget budget;
  private RandomGenerator random;
  private String directory = "";

  Parameters(Surroundings surroundings, Budget budget) {
    this.surroundings = surroundings;
    this.budget = budget;
    seed(surroundings.randomSeed());
  }

  void seed(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The directory of the file now read, value of {@code ${_PWD}}. */
  void directory(String absolute) {
    directory = absolute;
  }

  void define(String name, Definition definition) {
    definitions.put(name, definition);
  }

  /** What became of a line. */
  sealed interface Outcome {
    record Unchanged() implements Outcome {}

    record Line(Text text) implements Outcome {}

    /** A multi-line parameter stood at the end. */
    record Lines(List<Text> lines) implements Outcome {}

    record TooLong() implements Outcome {}
  }

  /** Replaces uses from left to right, again in what was put there, until none is left. */
  Outcome replace(Text text) {
    Text line = text;
    int replacements = 0;
    int at = line.chars().indexOf('$');
    while (at >= 0) {
      Optional<ParameterUse> use = ParameterUse.at(line.chars(), at);
      Optional<Definition> definition = use.flatMap(this::meaning);
      if (definition.isEmpty()) {
        at = line.chars().indexOf('$', at + 1);
        continue;
      }
      int end = use.get().end();
      switch (definition.get()) {
        case Definition.Simple(String value) -> line = line.replace(at, end, value);
        case Definition.Lines(List<Text> lines) -> {
          if (end == line.length()) {
            return new Outcome.Lines(prefixed(line.part(0, at), lines));
          }
          at++;
        }
      }
      budget.copied(line.length());
      if (++replacements > MOST_REPLACEMENTS || line.length() > LONGEST_LINE) {
        return new Outcome.TooLong();
      }
      at = line.chars().indexOf('$', at);
    }
    return replacements == 0 ? new Outcome.Unchanged() : new Outcome.Line(line);
  }

  private static List<Text> prefixed(Text head, List<Text> lines) {
    if (head.trimmed().isEmpty() || lines.isEmpty()) {
      return head.trimmed().isEmpty() ? lines : List.of(head);
    }
    List<Text> all = new java.util.ArrayList<>(lines);
    all.set(0, head.followedBy(lines.getFirst()));
    return all;
  }

  private Optional<Definition> meaning(ParameterUse use) {
    Definition defined = definitions.get(use.name());
    return defined != null ? Optional.of(defined) : predefined(use).map(Definition.Simple::new);
  }

  private Optional<String> predefined(ParameterUse use) {
    return switch (use.name()) {
      case "_PWD" -> Optional.of(directory);
      case "_INSTANCE" -> Optional.of(surroundings.configurationId());
      case "_HASH" -> Optional.of("#");
      case "_BANG" -> Optional.of("!");
      case "_ENV" -> Optional.of(surroundings.environment().getOrDefault(use.arguments(), ""));
      case "_RANDOM" -> random(use.arguments());
      default -> Optional.empty();
    };
  }

  /** {@code ${_RANDOM MIN MAX}}, 0 and 32767 by default; MIN above MAX gives MIN. */
  private Optional<String> random(String arguments) {
    String[] bounds = arguments.isEmpty() ? new String[0] : arguments.split("[ \t]+", -1);
    try {
      long least = bounds.length > 0 ? Integer.parseInt(bounds[0]) : 0;
      long most = bounds.length > 1 ? Integer.parseInt(bounds[1]) : 32_767;
      return Optional.of(Long.toString(least >= most ? least : random.nextLong(least, most + 1)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
