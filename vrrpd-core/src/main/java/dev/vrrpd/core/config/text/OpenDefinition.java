package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A multi-line parameter while its lines arrive: all but the last end in a backslash. */
final class OpenDefinition {
  private final List<Text> lines = new ArrayList<>();
  private String name = "";
  private Span begun = Span.NOWHERE;

  /** A definition that has met its last line. */
  record Done(String name, Definition.Lines lines) {}

  boolean isOpen() {
    return !name.isEmpty();
  }

  /** Begins with what stands behind the equals sign, ended by a backslash. */
  void begin(String newName, Text value) {
    name = newName;
    begun = value.span();
    keep(value.part(0, value.length() - 1));
  }

  /** The next line of the file; blank ones are dropped. */
  Optional<Done> add(Text text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.chars().endsWith("\\")) {
      keep(text.part(0, text.length() - 1));
      return Optional.empty();
    }
    keep(text);
    Done done = new Done(name, new Definition.Lines(lines));
    reset();
    return Optional.of(done);
  }

  /** Where a definition began that never ended. */
  Optional<Span> abandoned() {
    Optional<Span> where = isOpen() ? Optional.of(begun) : Optional.empty();
    reset();
    return where;
  }

  private void keep(Text line) {
    Text trimmed = line.trimmed();
    if (!trimmed.isEmpty()) {
      lines.add(trimmed);
    }
  }

  private void reset() {
    name = "";
    lines.clear();
  }
}
