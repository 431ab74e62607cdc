package dev.vrrpd.status;

import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.surface.Json;
import dev.vrrpd.surface.KeepalivedNames;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the daemon says of itself: one JSON object, described in docs/status.md. A function of the
 * last picture and of nothing else.
 *
 * @param program name and version
 * @param config the configuration file
 */
public record StatusDocument(String program, String host, long pid, Path config) {
  /** Grows by one whenever a reader of the one before would misunderstand. */
  static final int FORMAT = 1;

  /**
   * The whole document.
   *
   * @param picture empty until the daemon is up
   */
  public String of(Optional<Picture> picture, Moment now) {
    Json json =
        new Json()
            .put("format", FORMAT)
            .put("program", program)
            .put("host", host)
            .put("pid", pid)
            .put("config", config.toString());
    picture.ifPresentOrElse(there -> tell(json, there, now), () -> starting(json));
    return json + "\n";
  }

  private static void starting(Json json) {
    json.put("well", false).putIfAny("faults", List.of("the daemon is starting"));
  }

  private static void tell(Json json, Picture picture, Moment now) {
    List<String> problems = Problems.of(picture, now);
    List<String> instances =
        picture.router().instances().stream().map(i -> InstanceDocument.of(picture, i)).toList();
    boolean well =
        problems.isEmpty()
            && picture.router().instances().stream()
                .allMatch(instance -> InstanceDocument.isWell(instance, picture.taken()));
    json.put("well", well)
        .putIfAny("faults", problems)
        .put("taken", picture.wallClock().truncatedTo(ChronoUnit.MILLIS).toString())
        .raw("seconds_old", InstanceDocument.seconds(picture.age(now)))
        .raw("worst_lateness", InstanceDocument.fine(picture.lateness().worst()))
        .put("last_reload", picture.reloads().last().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("last_reload_refused", picture.reloads().refused());
    Problems.drained(picture.router()).ifPresent(drained -> json.put("drained", drained));
    json.raw("instances", Json.array(instances))
        .raw("groups", groups(picture.router()))
        .raw("trackers", trackers(picture.router()));
  }

  private static String groups(RouterSnapshot router) {
    return Json.array(
        router.groups().stream()
            .map(group ->
                new Json()
                    .put("name", group.name())
                    .put("state", KeepalivedNames.of(group.role()))
                    .putIfAny("members", group.members())
                    .toString())
            .toList());
  }

  private static String trackers(RouterSnapshot router) {
    return Json.array(
        TrackerState.all(router).stream().map(state -> tracker(state, router)).toList());
  }

  private static String tracker(TrackerState state, RouterSnapshot router) {
    return new Json()
        .put("kind", state.kind())
        .put("name", state.name())
        .put("state", state.state())
        .put("detail", state.detail())
        .putIfAny("instances", trackedBy(state, router).toList())
        .toString();
  }

  private static Stream<String> trackedBy(TrackerState state, RouterSnapshot router) {
    return router.instances().stream()
        .filter(i -> TrackerState.uses(i, router).stream().anyMatch(state::isOf))
        .map(i -> i.config().name());
  }
}
