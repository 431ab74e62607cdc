package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.TrackerConfigs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One step from one configuration to another; what is not named is not touched. */
public sealed interface ConfigChange {
  record InstanceRemoved(String name) implements ConfigChange {
    @Override
    public String toString() {
      return "- vrrp_instance %s: resigns, its addresses go".formatted(name);
    }
  }

  record InstanceAdded(String name) implements ConfigChange {
    @Override
    public String toString() {
      return "+ vrrp_instance %s: begins".formatted(name);
    }
  }

  /**
   * An instance with other values.
   *
   * @param restarts another virtual router by the same name: it resigns and begins anew
   */
  record InstanceChanged(String name, boolean restarts, List<Difference> differences)
      implements ConfigChange {
    public InstanceChanged {
      differences = List.copyOf(differences);
    }

    @Override
    public String toString() {
      return "~ vrrp_instance %s: %s%n%s"
          .formatted(
              name,
              restarts ? "resigns and begins anew" : "goes on, changed in place",
              lines(differences));
    }
  }

  /** A tracker that stays under its name: {@code keyword} of its block. */
  record TrackerChanged(String keyword, String name, List<Difference> differences)
      implements ConfigChange {
    public TrackerChanged {
      differences = List.copyOf(differences);
    }

    @Override
    public String toString() {
      return "~ %s %s%n%s".formatted(keyword, name, lines(differences));
    }
  }

  /** A script or group that comes or goes: {@code sign} is {@code +} or {@code -}. */
  record Listed(String sign, String keyword, String name) implements ConfigChange {
    @Override
    public String toString() {
      return "%s %s %s".formatted(sign, keyword, name);
    }
  }

  record GroupChanged(String name, List<Difference> differences) implements ConfigChange {
    public GroupChanged {
      differences = List.copyOf(differences);
    }

    @Override
    public String toString() {
      return "~ vrrp_sync_group %s%n%s".formatted(name, lines(differences));
    }
  }

  record GlobalChanged(List<Difference> differences) implements ConfigChange {
    public GlobalChanged {
      differences = List.copyOf(differences);
    }

    @Override
    public String toString() {
      return "~ global_defs%n%s".formatted(lines(differences));
    }
  }

  /** A keyword whose value differs. */
  record Difference(String keyword, String before, String after) {
    @Override
    public String toString() {
      return "    %s: %s -> %s".formatted(keyword, before, after);
    }
  }

  private static String lines(List<Difference> differences) {
    return differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
  }

  /**
   * What leads from {@code before} to {@code after}: removals first, then additions, then changes.
   */
  static List<ConfigChange> between(DaemonConfig before, DaemonConfig after) {
    List<ConfigChange> changes = new ArrayList<>();
    List<ConfigChange> inPlace = new ArrayList<>();
    Aspects.differences(Aspects.GLOBAL, before.global(), after.global())
        .ifPresent(found -> inPlace.add(new GlobalChanged(found)));
    trackers(changes, inPlace, before, after);
    walk(
        byName(before.instances(), InstanceConfig::name),
        byName(after.instances(), InstanceConfig::name),
        name -> changes.add(new InstanceRemoved(name)),
        name -> changes.add(new InstanceAdded(name)),
        (a, b) ->
            Aspects.differences(Aspects.INSTANCE, a, b)
                .ifPresent(found ->
                    inPlace.add(new InstanceChanged(a.name(), Aspects.restarts(a, b), found))));
    walk(
        byName(before.syncGroups(), SyncGroupConfig::name),
        byName(after.syncGroups(), SyncGroupConfig::name),
        name -> changes.add(new Listed("-", "vrrp_sync_group", name)),
        name -> changes.add(new Listed("+", "vrrp_sync_group", name)),
        (a, b) ->
            Aspects.differences(Aspects.GROUP, a, b)
                .ifPresent(found -> inPlace.add(new GroupChanged(a.name(), found))));
    changes.addAll(inPlace);
    return List.copyOf(changes);
  }

  private static void trackers(
      List<ConfigChange> changes,
      List<ConfigChange> inPlace,
      DaemonConfig before,
      DaemonConfig after) {
    Listing listing = new Listing(changes, inPlace);
    listing.walk(
        "vrrp_script", Aspects.SCRIPT, before.scripts(), after.scripts(), ScriptConfig::name);
    TrackerConfigs a = before.trackers();
    TrackerConfigs b = after.trackers();
    listing.walk("track_file", Aspects.FILE, a.files(), b.files(), FileConfig::name);
    listing.walk(
        "vrrp_track_process",
        Aspects.PROCESS,
        a.processes(),
        b.processes(),
        ProcessCountConfig::name);
    listing.walk("bfd_instance", Aspects.SESSION, a.sessions(), b.sessions(), BfdConfig::name);
  }

  /** Where comings, goings and changes of trackers are put down. */
  record Listing(List<ConfigChange> changes, List<ConfigChange> inPlace) {
    private <T> void walk(
        String keyword,
        List<Aspects.Aspect<T>> aspects,
        List<T> before,
        List<T> after,
        Function<T, String> name) {
      ConfigChange.walk(
          byName(before, name),
          byName(after, name),
          gone -> changes.add(new Listed("-", keyword, gone)),
          come -> changes.add(new Listed("+", keyword, come)),
          (a, b) ->
              Aspects.differences(aspects, a, b)
                  .ifPresent(
                      found -> inPlace.add(new TrackerChanged(keyword, name.apply(a), found))));
    }
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> map = new LinkedHashMap<>();
    all.forEach(each -> map.put(name.apply(each), each));
    return map;
  }

  private static <T> void walk(
      Map<String, T> before,
      Map<String, T> after,
      Consumer<String> removed,
      Consumer<String> added,
      BiConsumer<T, T> both) {
    before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(removed);
    after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(added);
    before.forEach((name, old) -> {
      if (after.containsKey(name)) {
        both.accept(old, after.get(name));
      }
    });
  }
}
