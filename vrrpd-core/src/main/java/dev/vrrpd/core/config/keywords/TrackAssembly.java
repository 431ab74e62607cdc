package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.value.InterfaceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Resolves the {@code track_...} lists of one instance or group. keepalived.conf(5). */
final class TrackAssembly {
  private static final int GREATEST = 253;

  private final Tracking owner;
  private final Map<String, ScriptConfig> usable;
  private final Machine machine;
  private final Diagnostics diagnostics;
  private final boolean losesWeights;

  /** {@code losesWeights}: member of a group without {@code sync_group_tracking_weight}. */
  TrackAssembly(
      Tracking owner,
      Map<String, ScriptConfig> usable,
      Machine machine,
      Diagnostics diagnostics,
      boolean losesWeights) {
    this.owner = owner;
    this.usable = usable;
    this.machine = machine;
    this.diagnostics = diagnostics;
    this.losesWeights = losesWeights;
  }

  /** The check scripts with the weights that count here. */
  private List<Tracked> scripts(boolean addressOwner) {
    List<Tracked> all = new ArrayList<>();
    for (TrackLists.Use use : owner.tracked.scripts()) {
      known("script", use, owner.file.scripts.keySet())
          .flatMap(name -> usable(name, use))
          .map(script -> merged(use.entry(), script))
          .filter(tracked -> keeps("script", tracked, use, addressOwner))
          .ifPresent(all::add);
    }
    return all;
  }

  /** Everything that is tracked here, {@code own} left out, which is tracked anyway. */
  TrackedObjects objects(Optional<InterfaceName> own, boolean addressOwner) {
    FileDraft file = owner.file;
    return new TrackedObjects(
        scripts(addressOwner),
        links(own, addressOwner),
        files(addressOwner),
        others("process", owner.tracked.processes(), file.trackProcesses, draft -> draft.weight)
            .map(found -> addressOwner ? unweighted(found.tracked()) : found.tracked())
            .toList(),
        others("bfd", owner.tracked.sessions(), file.sessions, draft -> draft.weight)
            .filter(found -> keeps("bfd", found.tracked(), found.use(), addressOwner))
            .map(Found::tracked)
            .toList(),
        owner.tracksSource());
  }

  /** A use whose name is defined, with the weight that counts. */
  private record Found(TrackLists.Use use, Tracked tracked) {}

  private <D> Stream<Found> others(
      String kind,
      Collection<TrackLists.Use> uses,
      Map<String, D> defined,
      Function<D, WeightWords.Weight> weight) {
    return uses.stream()
        .filter(use -> known(kind, use, defined.keySet()).isPresent())
        .map(use -> new Found(use, merged(use.entry(), weight.apply(defined.get(nameOf(use))))));
  }

  private static String nameOf(TrackLists.Use use) {
    return use.entry().name().text();
  }

  private List<Tracked> files(boolean addressOwner) {
    return others("file", owner.tracked.files(), owner.file.trackFiles, draft -> draft.weight)
        .map(found ->
            found.tracked().weight() == 1 && losesWeights && !addressOwner
                ? new Found(found.use(), withoutWeight(found))
                : found)
        .filter(found -> keeps("file", found.tracked(), found.use(), addressOwner))
        .map(Found::tracked)
        .toList();
  }

  /** 1 is what a file has that names none, and hardly meant. */
  private Tracked withoutWeight(Found found) {
    diagnostics.add(
        Diagnostic.of(
                Code.WEIGHT_WITHOUT_EFFECT,
                found.use().entry().name().span(),
                "a weight has no effect in a sync group; '%s' counts with weight 0"
                    .formatted(nameOf(found.use())))
            .help("weight 0")
            .asKeepalivedOverall(
                "%s ignoring weight from tracked file %s due to SYNC group. specify weight 0"
                    .formatted(owner.label(), nameOf(found.use()))));
    return unweighted(found.tracked());
  }

  private static Tracked unweighted(Tracked tracked) {
    return new Tracked(tracked.name(), 0, tracked.reverse());
  }

  private static Tracked merged(TrackEntry entry, WeightWords.Weight block) {
    return new Tracked(
        entry.name().text(),
        entry.weight().orElse(block.value()),
        entry.reverse().orElse(block.reverse()));
  }

  private Optional<String> known(String kind, TrackLists.Use use, Set<String> defined) {
    String name = use.entry().name().text();
    Span span = use.entry().name().span();
    String keepalived =
        "%s track %s %s not found, ignoring...".formatted(owner.label(), kind, name);
    if (!defined.contains(name)) {
      Diagnostic unknown =
          Diagnostic.of(
                  Code.UNKNOWN_NAME,
                  span,
                  "no %s '%s' is defined; it is not tracked".formatted(kind, name))
              .asKeepalived(keepalived);
      diagnostics.add(
          Suggestion.nearest(name, defined)
              .map(near -> unknown.help("did you mean '%s'?".formatted(near)))
              .orElseGet(() -> unknown.help("define it above, or remove the line")));
      return Optional.empty();
    }
    if (!use.definedBefore()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.DEFINED_LATER,
                  span,
                  "the %s '%s' is defined only below".formatted(kind, name))
              .help("keepalived does not track it: move its block above this one")
              .asKeepalived(keepalived));
    }
    return Optional.of(name);
  }

  private Optional<ScriptConfig> usable(String name, TrackLists.Use use) {
    if (!usable.containsKey(name)) {
      diagnostics.add(
          Diagnostic.of(
              Code.TRACKS_NOTHING,
              use.entry().name().span(),
              "'%s' is not tracked: its script in line %d cannot be run"
                  .formatted(name, owner.file.scripts.get(name).header().line())));
    }
    return Optional.ofNullable(usable.get(name));
  }

  private static Tracked merged(TrackEntry entry, ScriptConfig script) {
    int weight = entry.weight().orElse(script.weight());
    return new Tracked(
        script.name(),
        Math.clamp(weight, -GREATEST, GREATEST),
        entry.reverse().orElse(script.reverse()));
  }

  private boolean keeps(String kind, Tracked tracked, TrackLists.Use use, boolean addressOwner) {
    if (tracked.weight() == 0 || !(addressOwner || losesWeights)) {
      return true;
    }
    diagnostics.add(
        Diagnostic.of(
                Code.WEIGHT_WITHOUT_EFFECT,
                use.entry().name().span(),
                "a weight has no effect %s; '%s' is not tracked"
                    .formatted(
                        addressOwner ? "on an owner (priority 255)" : "in a sync group",
                        tracked.name()))
            .help(
                addressOwner
                    ? "leave the weight out to make a failure a fault"
                    : "set sync_group_tracking_weight, or leave the weight out to make a failure a"
                        + " fault")
            .asKeepalivedOverall(
                "%s ignoring tracked %s %s with weights due to %s"
                    .formatted(
                        owner.label(),
                        kind,
                        tracked.name(),
                        addressOwner ? "address_owner" : "SYNC group")));
    return false;
  }

  /** The tracked interfaces but {@code own}, which is tracked anyway. */
  private List<Tracked> links(Optional<InterfaceName> own, boolean addressOwner) {
    List<Tracked> all = new ArrayList<>();
    for (TrackLists.Use use : owner.tracked.links()) {
      link(use, own)
          .map(name ->
              new Tracked(name.value(), weightOf(use.entry(), addressOwner), reverse(use.entry())))
          .ifPresent(all::add);
    }
    return all;
  }

  private static boolean reverse(TrackEntry entry) {
    return entry.reverse().orElse(false);
  }

  private int weightOf(TrackEntry entry, boolean addressOwner) {
    int weight = Math.clamp(entry.weight().orElse(0), -GREATEST, GREATEST);
    return addressOwner || losesWeights ? 0 : weight;
  }

  private Optional<InterfaceName> link(TrackLists.Use use, Optional<InterfaceName> own) {
    String name = use.entry().name().text();
    Span span = use.entry().name().span();
    if (!InterfaceName.isValid(name)) {
      diagnostics.add(
          Diagnostic.of(
              Code.INVALID_INTERFACE_NAME, span, "'%s' is not an interface name".formatted(name)));
      return Optional.empty();
    }
    InterfaceName link = new InterfaceName(name);
    if (own.isPresent() && own.get().equals(link)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.OWN_INTERFACE,
                  span,
                  "%s is the instance's own interface and tracked anyway".formatted(name))
              .help("remove it; a weight here would have no effect")
              .asKeepalivedOverall(
                  "%s Ignoring track_interface %s since own interface"
                      .formatted(owner.label(), name)));
      return Optional.empty();
    }
    if (!machine.linkExists(link) && !owner.file.global.dynamicInterfaces) {
      diagnostics.add(
          Diagnostic.of(Code.INTERFACE_ABSENT, span, "there is no interface '%s'".formatted(name))
              .help("set dynamic_interfaces in global_defs if it appears later")
              .asKeepalived(
                  "%s tracked interface %s doesn't exist".formatted(owner.label(), name)));
    }
    return Optional.of(link);
  }
}
