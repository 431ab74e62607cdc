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
 * Reads files and hands on their tokens: each line goes through comments, open definitions, {@code
 * @id} conditions, definitions, loops, parameters, includes and braces, in this order. Never throws
 * for what is written there, and ends for every input: what costs more than the {@link Budget} is
 * given up as a whole, with one finding.
 */
public final class Preprocessor {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int LONGEST_KEEPALIVED_LINE = 1_022;
  private static final int LONGEST_LINE = 65_536;
  private static final int DEEPEST_NESTING = 100;
  private static final Pattern DEFINITION =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)=[ \t]*(.*)");
  private static final Pattern SPACED_DEFINITION =
      Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?[ \t]+=.*");
  private static final Pattern LOOP = Pattern.compile("~(SEQx?|LST)\\(([^)]*)\\)(.*)");
  private static final Pattern INCLUDE = Pattern.compile("(include[rmwba]?)[ \t]+(.*)");

  private final SourceReader reader;
  private final Diagnostics diagnostics;
  private final Consumer<Token> tokens;
  private final Surroundings surroundings;
  private final Comments comments;
  private final Conditions conditions;
  private final Lookalikes lookalikes;
  private final Parameters parameters;
  private final Includes includes;
  private final OpenDefinition open = new OpenDefinition();
  private final Deque<String> files = new ArrayDeque<>();
  private final Map<String, List<String>> sources = new HashMap<>();
  private final Budget budget;
  private boolean givenUp;

  public Preprocessor(
      SourceReader reader,
      Surroundings surroundings,
      Budget budget,
      Diagnostics diagnostics,
      Consumer<Token> tokens) {
    this.budget = budget;
    this.reader = reader;
    this.surroundings = surroundings;
    this.diagnostics = diagnostics;
    this.tokens = tokens;
    this.comments = new Comments(diagnostics);
    this.conditions = new Conditions(diagnostics);
    this.lookalikes = new Lookalikes(diagnostics);
    this.parameters = new Parameters(surroundings, budget);
    this.includes = new Includes(reader, diagnostics, budget, surroundings.checkIncludes());
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
    return givenUp;
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
      physicalLine(Text.line(path, ++number, line));
    }
    includes.restore(checks);
    files.pop();
    if (files.isEmpty()) {
      open.abandoned()
          .ifPresent(span -> report(Code.UNFINISHED_DEFINITION, span, "the definition never ends"));
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

  private void physicalLine(Text raw) {
    if (!affordable(raw)) {
      return;
    }
    if (raw.length() > LONGEST_KEEPALIVED_LINE) {
      boolean leftOut = raw.length() > LONGEST_LINE;
      report(
          Code.LINE_TOO_LONG,
          raw.span(0, 1),
          "a line of %d characters%s".formatted(raw.length(), leftOut ? "; it is left out" : ""));
      if (leftOut) {
        return;
      }
    }
    Text text = comments.strip(raw);
    lookalikes.look(text);
    if (open.isOpen()) {
      open.add(text).ifPresent(done -> parameters.define(done.name(), done.lines()));
    } else if (!text.isEmpty()) {
      line(text, 0);
    }
  }

  /** Pays for a line; says once that there is nothing left to pay with. */
  private boolean affordable(Text text) {
    if (!givenUp) {
      budget.line(text.length());
      givenUp = budget.isSpent();
      if (givenUp) {
        diagnostics.add(
            Diagnostic.of(
                    Code.TOO_LARGE, text.span(), "the configuration is too large from here on")
                .help(
                    "look for a loop within a loop, or a parameter that uses another many times"));
      }
    }
    return !givenUp;
  }

  /** One line without comment, typed or produced. */
  private void line(Text text, int depth) {
    if (!affordable(text)) {
      return;
    }
    if (depth > DEEPEST_NESTING) {
      report(Code.EXPANSION_LIMIT, text.span(), "this never comes to an end");
      return;
    }
    if (text.startsWith("@")) {
      conditional(text, depth);
    } else if (!definition(text) && !loop(text, depth)) {
      replaced(text, depth);
    }
  }

  /** {@code @ID rest} stays if ID is the configuration id, {@code @^ID rest} if it is not. */
  private void conditional(Text text, int depth) {
    int end = 1;
    while (end < text.length() && !Text.isBlank(text.at(end))) {
      end++;
    }
    String id = text.chars().substring(1, end);
    boolean negated = id.startsWith("^");
    boolean same = surroundings.configurationId().equals(negated ? id.substring(1) : id);
    Text rest = text.from(end).trimmed();
    conditions.look(text.part(0, end), negated ? id.substring(1) : id, rest);
    if (same != negated && !rest.isEmpty()) {
      line(rest, depth + 1);
    }
  }

  private boolean definition(Text text) {
    if (!text.startsWith("$")) {
      return false;
    }
    Matcher matcher = DEFINITION.matcher(text.chars());
    if (matcher.matches()) {
      Text value = text.from(matcher.start(2));
      if (value.chars().endsWith("\\")) {
        open.begin(matcher.group(1), value);
      } else {
        parameters.define(matcher.group(1), new Definition.Simple(value.chars()));
      }
      return true;
    }
    Matcher spaced = SPACED_DEFINITION.matcher(text.chars());
    if (spaced.matches()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.PARAMETER_SYNTAX,
                  text.span(),
                  "no blank may stand before the = of a definition")
              .help("$%s=VALUE".formatted(spaced.group(1)))
              .asKeepalived("Unknown keyword '$%s'".formatted(spaced.group(1))));
      return true;
    }
    return false;
  }

  private boolean loop(Text text, int depth) {
    Matcher matcher = LOOP.matcher(text.chars());
    if (!text.startsWith("~") || !matcher.matches()) {
      return false;
    }
    Text inside = text.part(matcher.start(2), matcher.end(2));
    String replaced =
        parameters.replace(inside) instanceof Parameters.Outcome.Line(Text line)
            ? line.chars()
            : inside.chars();
    Text rest = text.from(matcher.start(3)).trimmed();
    try {
      run(Loop.parse(matcher.group(1), replaced), rest, depth);
    } catch (Loop.Refused refused) {
      report(
          Code.BAD_SEQUENCE,
          text.span(0, matcher.end(2) + 1),
          "this ~%s cannot be run: %s".formatted(matcher.group(1), refused.getMessage()));
    }
    return true;
  }

  private void run(Loop loop, Text rest, int depth) {
    for (List<String> row : loop.rows()) {
      if (!affordable(rest)) {
        return;
      }
      for (int i = 0; i < row.size(); i++) {
        parameters.define(loop.variables().get(i), new Definition.Simple(row.get(i)));
      }
      if (!rest.isEmpty()) {
        line(rest, depth + 1);
      }
    }
  }

  private void replaced(Text text, int depth) {
    switch (parameters.replace(text)) {
      case Parameters.Outcome.Unchanged() -> finished(text);
      case Parameters.Outcome.Line(Text line) -> again(comments.strip(line), depth);
      case Parameters.Outcome.Lines(List<Text> produced) ->
          produced.forEach(line -> again(line, depth));
      case Parameters.Outcome.TooLong() ->
          report(Code.EXPANSION_LIMIT, text.span(), "a parameter grows without end");
    }
  }

  private void again(Text text, int depth) {
    if (givenUp) {
      return;
    }
    Text trimmed = text.trimmed();
    if (!trimmed.isEmpty()) {
      line(trimmed, depth + 1);
    }
  }

  private void finished(Text text) {
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
