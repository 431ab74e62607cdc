package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.TrackerConfigs;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.grammar.Draft;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files, processes and BFD sessions are watched: those that somebody tracks. */
final class TrackerAssembly {
  private final FileDraft file;
  private final Diagnostics diagnostics;

  TrackerAssembly(FileDraft file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  TrackerConfigs complete(List<InstanceConfig> instances, List<SyncGroupConfig> groups) {
    List<TrackedObjects> lists =
        Stream.concat(
                instances.stream().map(InstanceConfig::tracked),
                groups.stream().map(SyncGroupConfig::tracked))
            .toList();
    List<BfdDraft> sessions =
        used("bfd_instance", file.sessions, lists, TrackedObjects::sessions).toList();
    return new TrackerConfigs(
        used("track_file", file.trackFiles, lists, TrackedObjects::files)
            .map(FileTrackerDraft::complete)
            .toList(),
        used("vrrp_track_process", file.trackProcesses, lists, TrackedObjects::processes)
            .map(ProcessTrackerDraft::complete)
            .toList(),
        distinct(sessions).stream().map(BfdDraft::complete).toList());
  }

  private <D extends Draft> Stream<D> used(
      String keyword,
      Map<String, D> defined,
      Collection<TrackedObjects> lists,
      Function<TrackedObjects, List<Tracked>> list) {
    Set<String> names =
        lists.stream()
            .map(list)
            .flatMap(List::stream)
            .map(Tracked::name)
            .collect(Collectors.toSet());
    defined.forEach((name, draft) -> {
      if (!names.contains(name)) {
        unused(keyword, name, draft);
      }
    });
    return defined.entrySet().stream()
        .filter(entry -> names.contains(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  private void unused(String keyword, String name, Draft draft) {
    diagnostics.add(
        Diagnostic.of(
            Code.UNUSED_TRACKER,
            draft.header(),
            "nothing tracks the %s '%s'; it is not watched".formatted(keyword, name)));
  }

  /** Two sessions with one peer by the same way would take each other's packets. */
  private List<BfdDraft> distinct(List<BfdDraft> drafts) {
    Map<Object, BfdDraft> byPath = new HashMap<>();
    return drafts.stream().filter(draft -> isFirst(draft, byPath)).toList();
  }

  private boolean isFirst(BfdDraft draft, Map<Object, BfdDraft> byPath) {
    record Path(Object neighbor, Object source, boolean multihop) {}
    BfdDraft other =
        byPath.putIfAbsent(new Path(draft.neighbor, draft.source, draft.multihop), draft);
    if (other != null) {
      diagnostics.add(
          Diagnostic.of(
              Code.DUPLICATE_NAME,
              draft.place("neighbor_ip"),
              "'%s' has the same neighbor_ip and source_ip; this one is skipped"
                  .formatted(other.label())));
    }
    return other == null;
  }
}
