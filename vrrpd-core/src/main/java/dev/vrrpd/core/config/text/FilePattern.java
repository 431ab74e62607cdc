package dev.vrrpd.core.config.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path with wildcards: {@code * ? [...]} within a component as glob(7) has them, and {@code
 * {a,b}} alternatives.
 */
final class FilePattern {
  private static final int MOST_ALTERNATIVES = 1_024;

  /** No path of Linux is longer, with its last zero octet. */
  private static final int LONGEST_PATH = 4_096;

  private final SourceReader reader;

  FilePattern(SourceReader reader) {
    this.reader = reader;
  }

  /** {@code {a,b}} written out, outermost first; the text itself if there is nothing to expand. */
  static List<String> alternatives(String pattern) {
    if (pattern.length() > LONGEST_PATH) {
      return List.of(pattern);
    }
    List<String> all = new ArrayList<>();
    Deque<Half> halves = new ArrayDeque<>(List.of(new Half("", pattern)));
    while (!halves.isEmpty() && all.size() < MOST_ALTERNATIVES) {
      Half half = halves.pop();
      List<Half> next = half.expanded();
      if (next.isEmpty()) {
        all.add(half.done() + half.rest());
      }
      next.reversed().forEach(halves::push);
    }
    return all;
  }

  /** A path with its first alternatives chosen. */
  private record Half(String done, String rest) {
    /** With the next choice made in each way; empty if none is left. */
    List<Half> expanded() {
      int open = rest.indexOf('{');
      int close = open < 0 ? -1 : matching(rest, open);
      if (close < 0) {
        return List.of();
      }
      String head = done + rest.substring(0, open);
      String tail = rest.substring(close + 1);
      return Alternatives.of(rest.substring(open + 1, close)).stream()
          .limit(MOST_ALTERNATIVES)
          .map(part -> new Half(head, part + tail))
          .toList();
    }
  }

  private static int matching(String pattern, int open) {
    int depth = 0;
    for (int i = open; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '{') {
        depth++;
      } else if (pattern.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean hasWildcard(String path) {
    return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** Paths that exist and match, sorted; a path without wildcard only if it leads somewhere. */
  List<String> matches(String pattern) {
    if (!hasWildcard(pattern)) {
      boolean there = !(reader.read(pattern) instanceof SourceReader.Content.Missing);
      return there ? List.of(pattern) : List.of();
    }
    List<String> found = List.of(pattern.startsWith("/") ? "/" : "");
    for (String component : components(pattern)) {
      found = found.stream().flatMap(directory -> inside(directory, component)).toList();
    }
    return found.stream().filter(this::exists).sorted().toList();
  }

  private static List<String> components(String pattern) {
    return Stream.of(pattern.split("/+", -1)).filter(part -> !part.isEmpty()).toList();
  }

  private Stream<String> inside(String directory, String component) {
    String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
    if (!hasWildcard(component)) {
      return Stream.of(prefix + component);
    }
    return reader.list(directory.isEmpty() ? "." : directory).stream()
        .filter(name -> Wildcards.match(component, name))
        .map(name -> prefix + name);
  }

  private boolean exists(String path) {
    return !(reader.read(path) instanceof SourceReader.Content.Missing);
  }
}
