package dev.vrrpd.command;

import dev.vrrpd.core.config.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line of keepalived's options, taken apart as getopt_long(3) does: {@code -nlf FILE},
 * {@code -t=FILE}, {@code --use-file FILE}, {@code --use-file=FILE}, unique beginnings of long
 * names, {@code --} as the end. Parsed by hand because a start must not wait for a framework.
 */
record CommandLine(Map<Option, List<String>> options, List<String> strays) {

  /** What came of the arguments. */
  sealed interface Parsed {
    record Understood(CommandLine commandLine) implements Parsed {}

    /** Exit status 1, with this line. */
    record Wrong(String message) implements Parsed {}
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  int count(Option option) {
    return options.getOrDefault(option, List.of()).size();
  }

  /** The value given last; empty if the option was not given, or without a value. */
  Optional<String> value(Option option) {
    List<String> values = options.getOrDefault(option, List.of());
    return values.isEmpty() || values.getLast().isEmpty()
        ? Optional.empty()
        : Optional.of(values.getLast());
  }

  static Parsed parse(List<String> arguments) {
    return new Parser(arguments).parse();
  }

  private static final class Parser {
    private final List<String> arguments;
    private final Map<Option, List<String>> options = new EnumMap<>(Option.class);
    private final List<String> strays = new ArrayList<>();
    private int next;

    Parser(List<String> arguments) {
      this.arguments = arguments;
    }

    Parsed parse() {
      while (next < arguments.size()) {
        String word = arguments.get(next++);
        Optional<String> mistake = Optional.empty();
        if (word.equals("--")) {
          strays.addAll(arguments.subList(next, arguments.size()));
          break;
        } else if (word.startsWith("--")) {
          mistake = longOption(word.substring(2));
        } else if (word.startsWith("-") && word.length() > 1) {
          mistake = letters(word);
        } else {
          strays.add(word);
        }
        if (mistake.isPresent()) {
          return new Parsed.Wrong(mistake.get());
        }
      }
      return new Parsed.Understood(new CommandLine(options, strays));
    }

    private Optional<String> longOption(String word) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      List<Option> candidates = Option.byLongName(name);
      if (candidates.size() != 1) {
        return Optional.of(candidates.isEmpty() ? unknown(name) : ambiguous(name, candidates));
      }
      Option option = candidates.getFirst();
      Optional<String> attached =
          equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
      if (attached.isPresent() && option.argument() == Option.Argument.NONE) {
        return Optional.of("Option --" + option.longName() + " takes no value");
      }
      return accept(option, attached, "--" + option.longName());
    }

    private static String unknown(String name) {
      List<String> known = Stream.of(Option.values()).map(Option::longName).toList();
      return "Unknown option --"
          + name
          + Suggestion.nearest(name, known)
              .map(near -> "; did you mean --%s?".formatted(near))
              .orElse("; --help lists them all");
    }

    private static String ambiguous(String name, List<Option> candidates) {
      return candidates.stream()
          .map(option -> "--" + option.longName())
          .collect(Collectors.joining(", ", "Ambiguous option --" + name + ": ", ""));
    }

    private Optional<String> letters(String word) {
      for (int i = 1; i < word.length(); i++) {
        char letter = word.charAt(i);
        Optional<Option> option = Option.byLetter(letter);
        if (option.isEmpty()) {
          return Optional.of("Unknown option -" + letter + "; --help lists them all");
        }
        String rest = word.substring(i + 1);
        if (option.get().argument() != Option.Argument.NONE) {
          return accept(
              option.get(),
              rest.isEmpty() ? Optional.empty() : Optional.of(withoutEquals(option.get(), rest)),
              "-" + letter);
        }
        add(option.get(), "");
      }
      return Optional.empty();
    }

    /** {@code -t=FILE}: people write it so, and keepalived's own manual does. */
    private static String withoutEquals(Option option, String attached) {
      return option.argument() == Option.Argument.OPTIONAL && attached.startsWith("=")
          ? attached.substring(1)
          : attached;
    }

    private Optional<String> accept(Option option, Optional<String> attached, String written) {
      if (attached.isEmpty() && option.argument() == Option.Argument.REQUIRED) {
        if (next == arguments.size()) {
          return Optional.of("Option " + written + " requires an argument");
        }
        add(option, arguments.get(next++));
      } else {
        add(option, attached.orElse(""));
      }
      return Optional.empty();
    }

    private void add(Option option, String value) {
      options.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
    }
  }
}
