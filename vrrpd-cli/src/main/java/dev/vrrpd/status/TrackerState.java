package dev.vrrpd.status;

import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.track.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something tracked and what is known of it.
 *
 * @param state {@code up}, {@code down}, {@code absent} or {@code pending}; a file's number
 * @param detail may be empty
 */
record TrackerState(String kind, String name, String state, String detail) {
  private static final String SCRIPT = "script";
  private static final String INTERFACE = "interface";
  private static final String FILE = "file";
  private static final String PROCESS = "process";
  private static final String BFD = "bfd";

  /** One line of a {@code track_...} list, by the kind of what it tracks. */
  record Use(String kind, Tracked tracked) {}

  static List<TrackerState> all(RouterSnapshot router) {
    return Stream.of(
            router.scripts().stream().map(TrackerState::of),
            router.trackers().links().stream()
                .map(link ->
                    new TrackerState(INTERFACE, link.name().value(), word(link.condition()), "")),
            router.trackers().files().stream()
                .map(file ->
                    new TrackerState(
                        FILE,
                        file.config().name(),
                        Integer.toString(file.number()),
                        file.config().path())),
            router.trackers().processes().stream()
                .map(process ->
                    new TrackerState(
                        PROCESS,
                        process.config().name(),
                        word(process.condition()),
                        process.count() + " running")),
            router.trackers().sessions().stream()
                .map(session ->
                    new TrackerState(
                        BFD,
                        session.config().name(),
                        word(session.condition()),
                        session.config().neighbor().toString())))
        .flatMap(states -> states)
        .toList();
  }

  private static TrackerState of(RouterSnapshot.Script script) {
    String state =
        script.known()
            ? word(script.up() ? Condition.UP : Condition.DOWN)
            : word(Condition.PENDING);
    int top = script.config().rise() + script.config().fall() - 1;
    return new TrackerState(
        SCRIPT, script.config().name(), state, script.position() + " of " + top);
  }

  private static String word(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }

  /** What an instance tracks, and then its sync group for it. */
  static List<Use> uses(RouterSnapshot.Instance instance, RouterSnapshot router) {
    Map<String, Use> uses = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(instance.config().tracked()),
            router.groups().stream()
                .filter(group -> group.members().contains(instance.config().name()))
                .map(RouterSnapshot.Group::tracked))
        .flatMap(TrackerState::uses)
        .forEach(use -> uses.putIfAbsent(use.kind() + " " + use.tracked().name(), use));
    return List.copyOf(uses.values());
  }

  private static Stream<Use> uses(TrackedObjects objects) {
    return Stream.of(
            uses(SCRIPT, objects.scripts()),
            uses(INTERFACE, objects.links()),
            uses(FILE, objects.files()),
            uses(PROCESS, objects.processes()),
            uses(BFD, objects.sessions()))
        .flatMap(uses -> uses);
  }

  private static Stream<Use> uses(String kind, List<Tracked> tracked) {
    return tracked.stream().map(each -> new Use(kind, each));
  }

  boolean isOf(Use use) {
    return kind.equals(use.kind()) && name.equals(use.tracked().name());
  }
}
