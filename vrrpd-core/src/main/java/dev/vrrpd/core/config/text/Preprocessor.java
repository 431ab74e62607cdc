package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files and those that they include, and hands on their tokens: each line goes through its
 * {@link Expansion}, includes and braces, in this order. Never throws for what is written there,
 * and ends for every input: what costs more than the {@link Budget} is given up as a whole, with
 * one finding.
 */
public final class Preprocessor {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int DEEPEST_NESTING = 100;
  private static final Pattern INCLUDE = Pattern.compile("(include[rmwba]?)[ \t]+(.*)");

  private final SourceReader reader;
  private final Diagnostics diagnostics;
  private final Consumer<Token> tokens;
  private final Parameters parameters;
  private final Includes includes;
  private final Expansion expansion;
  private final Deque<String> files = new ArrayDeque<>();
  private final Map<String, List<String>> sources = new HashMap<>();
  private final Budget budget;

  public Preprocessor(
      SourceReader reader,
      Surroundings surroundings,
      Budget budget,
      Diagnostics diagnostics,
      Consumer<Token> tokens) {
    this.budget = budget;
    this.reader = reader;
    this.diagnostics = diagnostics;
    this.tokens = tokens;
    this.parameters = new Parameters(surroundings, budget);
    this.includes = new Includes(reader, diagnostics, budget, surroundings.checkIncludes());
    this.expansion =
        new Expansion(surroundings.configurationId(), parameters, budget, diagnostics, this::plain);
  }

  /** The main file, a pattern like that of an include. All lines read are in {@link #sources}. */
  public void read(String pattern) {
    List<Includes.Found> found = findMain(pattern);
    if (found.size() > 1) {
      diagnostics.add(
          Diagnostic.of(
              Code.SEVERAL_FILES,
              Span.NOWHERE,
              "'%s' matches %d files; all are read".formatted(pattern, found.size())));
    }
    found.forEach(this::file);
  }

  private List<Includes.Found> findMain(String pattern) {
    Diagnostics refusals = new Diagnostics();
    List<Includes.Found> found =
        new Includes(reader, refusals, budget, true)
            .find(Span.NOWHERE, pattern, EnumSet.noneOf(IncludeChecks.class));
    for (Diagnostic refusal : refusals.sorted()) {
      diagnostics.add(
          Diagnostic.of(Code.CONFIGURATION_MISSING, Span.NOWHERE, refusal.message())
              .help("another configuration file is named by -f FILE")
              .asKeepalivedOverall("Config files missing '%s'.".formatted(pattern)));
    }
    return found;
  }

  /** Whether the configuration is too large to be read to its end. */
  public boolean gaveUp() {
    return expansion.gaveUp();
  }

  /** The lines of every file read, by the name that spans carry. */
  public Map<String, List<String>> sources() {
    return Map.copyOf(sources);
  }

  private void file(Includes.Found found) {
    String path = found.path();
    List<String> lines = unmarked(found);
    sources.put(path, lines);
    diagnostics.reading(path);
    files.push(path);
    parameters.directory(directoryOf(reader.absolute(path)));
    Set<IncludeChecks> checks = includes.inForce();
    int number = 0;
    for (String line : lines) {
      expansion.typed(Text.line(path, ++number, line));
    }
    includes.restore(checks);
    files.pop();
    if (files.isEmpty()) {
      expansion.end();
    } else {
      parameters.directory(directoryOf(reader.absolute(files.peek())));
    }
  }

  /** Without the mark that some editors put before the first line. */
  private List<String> unmarked(Includes.Found found) {
    List<String> lines = found.lines();
    if (lines.isEmpty() || !lines.getFirst().startsWith(BYTE_ORDER_MARK)) {
      return lines;
    }
    report(
        Code.BYTE_ORDER_MARK,
        Text.line(found.path(), 1, lines.getFirst()).span(0, 1),
        "the file begins with a byte order mark; it is skipped");
    List<String> unmarked = new ArrayList<>(lines);
    unmarked.set(0, lines.getFirst().substring(1));
    return unmarked;
  }

  private static String directoryOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
  }

  /** A line of which nothing is left to be replaced. */
  private void plain(Text text) {
    Matcher include = INCLUDE.matcher(text.chars());
    if (text.startsWith("include") && include.matches()) {
      Text path = text.from(include.start(2)).trimmed();
      include(path, IncludeChecks.of(include.group(1)).orElseThrow());
    } else {
      Braces.split(text, diagnostics, this::token);
    }
  }

  private void include(Text path, Set<IncludeChecks> checks) {
    String base = directoryOf(files.getFirst());
    boolean relative = !path.startsWith("/") && !base.isEmpty();
    String pattern =
        relative ? (base.endsWith("/") ? base : base + "/") + path.chars() : path.chars();
    for (Includes.Found found : includes.find(path.span(), pattern, checks)) {
      if (files.contains(found.path()) || files.size() > DEEPEST_NESTING) {
        report(
            Code.INCLUDE_LOOP, path.span(), "'%s' is being read already".formatted(found.path()));
      } else {
        file(found);
      }
    }
  }

  /** Two keywords change how the rest is read, before their block is complete. */
  private void token(Token token) {
    if (token instanceof Token.Statement(List<Word> words, Text _)) {
      if (words.getFirst().text().equals("include_check")) {
        includes.configure(words.subList(1, words.size()));
      } else if (words.getFirst().text().equals("random_seed") && words.size() > 1) {
        seed(words.get(1).text());
      }
    }
    budget.keep(token);
    tokens.accept(token);
  }

  private void seed(String word) {
    try {
      parameters.seed(Integer.toUnsignedLong(Integer.parseUnsignedInt(word)));
    } catch (NumberFormatException notANumber) {
      // The keyword's own row reports it.
    }
  }

  private void report(Code code, Span span, String message) {
    diagnostics.add(Diagnostic.of(code, span, message));
  }
}
