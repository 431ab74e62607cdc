package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which instances are in which sync group. An instance is in one at most. */
final class GroupAssembly {
  private static final int USUAL_PRIORITY = 100;

  private final FileDraft file;
  private final Map<String, ScriptConfig> usable;
  private final Diagnostics diagnostics;
  private final Map<String, GroupDraft> groupOf = new LinkedHashMap<>();
  private final Map<String, List<String>> membersOf = new LinkedHashMap<>();

  GroupAssembly(FileDraft file, Map<String, ScriptConfig> usable, Diagnostics diagnostics) {
    this.file = file;
    this.usable = usable;
    this.diagnostics = diagnostics;
  }

  /** The group of each instance that has one. */
  Map<String, GroupDraft> memberships() {
    for (GroupDraft group : file.groups.values()) {
      List<String> members = new ArrayList<>();
      for (Word member : group.members) {
        if (exists(group, member) && isFree(group, member)) {
          groupOf.put(member.text(), group);
          members.add(member.text());
        }
      }
      judge(group, members);
    }
    return groupOf;
  }

  private boolean exists(GroupDraft group, Word member) {
    if (file.instances.containsKey(member.text())) {
      return true;
    }
    Diagnostic unknown =
        Diagnostic.of(
                Code.UNKNOWN_NAME,
                member.span(),
                "there is no vrrp_instance '%s'; it is ignored".formatted(member))
            .asKeepalivedOverall(
                "Virtual router %s specified in sync group %s doesn't exist - ignoring"
                    .formatted(member, group.name));
    diagnostics.add(
        Suggestion.nearest(member.text(), file.instances.keySet())
            .map(near -> unknown.help("did you mean '%s'?".formatted(near)))
            .orElseGet(() -> unknown.help("name an instance of this file, or remove the line")));
    return false;
  }

  private boolean isFree(GroupDraft group, Word member) {
    GroupDraft other = groupOf.get(member.text());
    if (other != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.GROUP_MEMBER_TAKEN,
                  member.span(),
                  "'%s' is in the group '%s' already".formatted(member, other.name))
              .help("leave it to one group")
              .asKeepalivedOverall(
                  "Virtual router %s cannot exist in more than one sync group; ignoring %s"
                      .formatted(member, group.name)));
    }
    return other == null;
  }

  private void judge(GroupDraft group, List<String> members) {
    if (members.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.GROUP_EMPTY,
                  group.place("group"),
                  "the sync group '%s' has no member; it is removed".formatted(group.name))
              .help("group { INSTANCE INSTANCE ... }")
              .asKeepalivedOverall(
                  "Sync group %s has no virtual router(s). removing".formatted(group.name)));
      return;
    }
    membersOf.put(group.name, members);
    comparePriorities(group, members);
    if (members.size() == 1) {
      diagnostics.add(
          Diagnostic.of(
                  Code.GROUP_OF_ONE,
                  group.place("group"),
                  "the sync group '%s' has one member only".formatted(group.name))
              .asKeepalivedOverall(
                  "Sync group %s has only 1 virtual router(s) - this probably isn't what you want"
                      .formatted(group.name)));
    }
  }

  /** Two groups that each win with one member and lose with another take turns for ever. */
  private void comparePriorities(GroupDraft group, List<String> members) {
    List<Integer> priorities =
        members.stream()
            .map(member -> file.instances.get(member).priority.orElse(USUAL_PRIORITY))
            .distinct()
            .toList();
    if (priorities.size() > 1) {
      diagnostics.add(
          Diagnostic.of(
                  Code.GROUP_PRIORITIES_DIFFER,
                  group.place("group"),
                  "the members of '%s' have the priorities %s".formatted(group.name, priorities))
              .help("one priority for all of them, on each router"));
    }
  }

  List<SyncGroupConfig> complete(Machine machine) {
    List<SyncGroupConfig> all = new ArrayList<>();
    membersOf.forEach((name, members) -> {
      GroupDraft group = file.groups.get(name);
      boolean hasOwner =
          members.stream().anyMatch(member -> file.instances.get(member).priority.orElse(0) == 255);
      TrackAssembly tracking =
          new TrackAssembly(group, usable, machine, diagnostics, !group.keepsWeights);
      all.add(
          new SyncGroupConfig(
              name,
              members,
              tracking.objects(Optional.empty(), hasOwner),
              group.keepsWeights,
              group.notifications.complete(file.global.doors)));
    });
    return all;
  }
}
