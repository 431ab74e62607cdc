package dev.vrrpd.core.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path with wildcards: {@code * ? [...]} within a component as glob(7) has them, and {@code
 * {a,b}} alternatives.
 */
final class FilePattern {
  private static final int MOST_ALTERNATIVES = 1_024;

  private final SourceReader reader;

  FilePattern(SourceReader reader) {
    this.reader = reader;
  }

  /** {@code {a,b}} written out, outermost first; the text itself if there is nothing to expand. */
  static List<String> alternatives(String pattern) {
    int open = pattern.indexOf('{');
    int close = open < 0 ? -1 : matching(pattern, open);
    if (close < 0) {
      return List.of(pattern);
    }
    List<String> all = new ArrayList<>();
    for (String alternative : topLevelParts(pattern.substring(open + 1, close))) {
      for (String tail : alternatives(alternative + pattern.substring(close + 1))) {
        if (all.size() < MOST_ALTERNATIVES) {
          all.add(pattern.substring(0, open) + tail);
        }
      }
    }
    return all;
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

  private static List<String> topLevelParts(String inside) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(inside.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(inside.substring(from));
    return parts;
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
