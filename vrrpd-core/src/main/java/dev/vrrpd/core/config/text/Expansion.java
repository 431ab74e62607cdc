package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of one line: it goes through comments, open definitions, {@code @id} conditions,
 * definitions, loops and parameters, in this order, and each line that comes of it does so again.
 * Hands on those of which nothing is left to be replaced.
 */
final class Expansion {
  private static final int LONGEST_KEEPALIVED_LINE = 1_022;
  private static final int LONGEST_LINE = 65_536;
  private static final int DEEPEST_NESTING = 100;
  private static final Pattern DEFINITION =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)=[ \t]*(.*)");
  private static final Pattern SPACED_DEFINITION =
      Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?[ \t]+=.*");
  private static final Pattern LOOP = Pattern.compile("~(SEQx?|LST)\\(([^)]*)\\)(.*)");

  private final String configurationId;
  private final Parameters parameters;
  private final Budget budget;
  private final Diagnostics diagnostics;
  private final Consumer<Text> plain;
  private final Comments comments;
  private final Conditions conditions;
  private final Lookalikes lookalikes;
  private final OpenDefinition open = new OpenDefinition();
  private boolean givenUp;

  Expansion(
      String configurationId,
      Parameters parameters,
      Budget budget,
      Diagnostics diagnostics,
      Consumer<Text> plain) {
    this.configurationId = configurationId;
    this.parameters = parameters;
    this.budget = budget;
    this.diagnostics = diagnostics;
    this.plain = plain;
    this.comments = new Comments(diagnostics);
    this.conditions = new Conditions(diagnostics);
    this.lookalikes = new Lookalikes(diagnostics);
  }

  /** Whether there was more than the budget has room for. */
  boolean gaveUp() {
    return givenUp;
  }

  /** No line follows. */
  void end() {
    open.abandoned()
        .ifPresent(span -> report(Code.UNFINISHED_DEFINITION, span, "the definition never ends"));
  }

  /** A line as it stands in a file. */
  void typed(Text raw) {
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
    boolean same = configurationId.equals(negated ? id.substring(1) : id);
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
      case Parameters.Outcome.Unchanged() -> plain.accept(text);
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

  private void report(Code code, Span span, String message) {
    diagnostics.add(Diagnostic.of(code, span, message));
  }
}
