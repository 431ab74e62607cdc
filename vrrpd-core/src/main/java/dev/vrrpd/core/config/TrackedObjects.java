package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an instance or a sync group tracks: its {@code track_...} lists, each name once in each.
 *
 * @param source the configured source address has to be there; {@code track_src_ip}
 */
public record TrackedObjects(
    List<Tracked> scripts,
    List<Tracked> links,
    List<Tracked> files,
    List<Tracked> processes,
    List<Tracked> sessions,
    boolean source) {
  public static final TrackedObjects NONE = of(List.of(), List.of());

  public TrackedObjects {
    scripts = List.copyOf(scripts);
    links = List.copyOf(links);
    files = List.copyOf(files);
    processes = List.copyOf(processes);
    sessions = List.copyOf(sessions);
  }

  /** Scripts and links alone. */
  public static TrackedObjects of(List<Tracked> scripts, List<Tracked> links) {
    return new TrackedObjects(scripts, links, List.of(), List.of(), List.of(), false);
  }

  /** These links too, where they are not tracked already. */
  public TrackedObjects following(Collection<InterfaceName> more) {
    List<Tracked> all = new ArrayList<>(links);
    more.stream()
        .map(InterfaceName::value)
        .filter(name -> links.stream().noneMatch(link -> link.name().equals(name)))
        .forEach(name -> all.add(new Tracked(name, 0, false)));
    return new TrackedObjects(scripts, all, files, processes, sessions, source);
  }

  /** Those that are either well or not: all but files. */
  public List<Tracked> conditions() {
    return Stream.of(scripts, links, processes, sessions).flatMap(List::stream).toList();
  }

  /** The list {@code tracked} stands in. */
  public String keyword(Tracked tracked) {
    if (scripts.contains(tracked)) {
      return "track_script";
    }
    if (links.contains(tracked)) {
      return "track_interface";
    }
    if (processes.contains(tracked)) {
      return "track_process";
    }
    return sessions.contains(tracked) ? "track_bfd" : "track_file";
  }
}
