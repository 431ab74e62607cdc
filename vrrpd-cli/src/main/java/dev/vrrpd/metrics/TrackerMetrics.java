package dev.vrrpd.metrics;

import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.track.Condition;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;

/** What is tracked beside scripts, and what all of it does to the priorities. */
final class TrackerMetrics {
  private TrackerMetrics() {}

  static Stream<MetricSnapshot> of(RouterSnapshot router) {
    return Stream.of(
        Series.gauge(
            "vrrpd_priority_contribution",
            "What a tracker adds to the priority at this moment; nothing where it adds 0.",
            router.instances().stream()
                .flatMap(i ->
                    i.contributions().stream()
                        .map(term ->
                            Series.of(
                                term.amount(), OwnMetrics.with(i, "tracker", term.tracker()))))),
        Series.gauge(
            "vrrpd_tracked_file_number",
            "The number last read from a tracked file.",
            router.trackers().files().stream()
                .map(file -> Series.of(file.number(), "name", file.config().name()))),
        Series.gauge(
            "vrrpd_tracked_processes",
            "How many of a tracked process run.",
            router.trackers().processes().stream()
                .map(process -> Series.of(process.count(), "name", process.config().name()))),
        Series.gauge(
            "vrrpd_tracked_process_good",
            "1 while there are as many as there should be, delays included.",
            router.trackers().processes().stream()
                .map(process -> up(process.condition(), process.config().name()))),
        Series.gauge(
            "vrrpd_tracked_session_up",
            "1 while a tracked BFD session is up.",
            router.trackers().sessions().stream()
                .map(session -> up(session.condition(), session.config().name()))));
  }

  private static Series up(Condition condition, String name) {
    return Series.of(condition == Condition.UP ? 1 : 0, "name", name);
  }
}
