package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code track_...} lists of an instance or a group while they are read. */
final class TrackLists {
  /**
   * An entry of a list.
   *
   * @param definedBefore its block stood before, as keepalived demands
   */
  record Use(TrackEntry entry, boolean definedBefore) {}

  private final Map<String, Use> scripts = new LinkedHashMap<>();
  private final Map<String, Use> links = new LinkedHashMap<>();
  private final Map<String, Use> files = new LinkedHashMap<>();
  private final Map<String, Use> processes = new LinkedHashMap<>();
  private final Map<String, Use> sessions = new LinkedHashMap<>();

  Collection<Use> scripts() {
    return scripts.values();
  }

  Collection<Use> links() {
    return links.values();
  }

  Collection<Use> files() {
    return files.values();
  }

  Collection<Use> processes() {
    return processes.values();
  }

  Collection<Use> sessions() {
    return sessions.values();
  }

  Stream<Use> all() {
    return Stream.of(scripts, links, files, processes, sessions)
        .flatMap(list -> list.values().stream());
  }

  void script(TrackEntry entry, boolean definedBefore, Line line) {
    add("track_script", scripts, entry, definedBefore, line);
  }

  void link(TrackEntry entry, Line line) {
    add("track_interface", links, entry, true, line);
  }

  void file(TrackEntry entry, boolean definedBefore, Line line) {
    add("track_file", files, entry, definedBefore, line);
  }

  void process(TrackEntry entry, boolean definedBefore, Line line) {
    add("track_process", processes, entry, definedBefore, line);
  }

  void session(TrackEntry entry, boolean definedBefore, Line line) {
    add("track_bfd", sessions, entry, definedBefore, line);
  }

  /** What nobody has written, and every instance tracks. */
  void everywhere(TrackEntry file) {
    files.putIfAbsent(file.name().text(), new Use(file, true));
  }

  private static void add(
      String keyword, Map<String, Use> list, TrackEntry entry, boolean definedBefore, Line line) {
    if (list.putIfAbsent(entry.name().text(), new Use(entry, definedBefore)) != null) {
      line.report(
          Diagnostic.of(
                  Code.DUPLICATE_TRACKER,
                  entry.name().span(),
                  "'%s' is tracked already; this entry is ignored".formatted(entry.name()))
              .asKeepalived(
                  "%sduplicate %s %s - ignoring".formatted(line.label(), keyword, entry.name())));
    }
  }
}
