package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.RouterSnapshot.Session;
import dev.vrrpd.core.router.RouterSnapshot.TrackedFile;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.ProcessTracker;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Tracked files, processes and BFD sessions in {@code keepalived.data}. */
final class TrackedText {
  private final Lines lines;
  private final RouterSnapshot router;

  TrackedText(Lines lines, RouterSnapshot router) {
    this.lines = lines;
    this.router = router;
  }

  void write() {
    RouterSnapshot.Trackers trackers = router.trackers();
    if (!trackers.files().isEmpty()) {
      lines.heading("VRRP Track files");
      trackers.files().forEach(this::file);
    }
    if (!trackers.processes().isEmpty()) {
      lines.heading("VRRP Track processes");
      trackers.processes().forEach(this::process);
    }
    if (!trackers.sessions().isEmpty()) {
      lines.heading("VRRP Track BFDs");
      trackers.sessions().forEach(this::session);
    }
  }

  private void file(TrackedFile file) {
    lines.top("Track file = " + file.config().name());
    lines.item("File", file.config().path());
    lines.item("Status", file.number());
    lines.item("Weight", weight(file.config().weight(), file.config().reverse()));
    tracking(file.config().name(), TrackedObjects::files);
  }

  private void process(ProcessTracker tracker) {
    ProcessCountConfig config = tracker.config();
    lines.top("VRRP Track process = " + config.name());
    lines.item("Process", config.command().getFirst());
    if (config.command().size() > 1) {
      lines.item(
          "Parameters", String.join(" ", config.command().subList(1, config.command().size())));
    }
    lines.item("Min processes", config.quorum());
    config.quorumMax().ifPresent(most -> lines.item("Max processes", most));
    lines.item("Current processes", tracker.count());
    lines.item("Have quorum = " + (tracker.condition() == Condition.UP));
    lines.item("Weight", weight(config.weight(), config.reverse()));
    lines.item("Terminate delay", seconds(config.terminateDelay()));
    lines.item("Fork delay", seconds(config.forkDelay()));
    lines.item("Full command = " + (config.match() != ProcessCountConfig.Match.NAME));
    tracking(config.name(), TrackedObjects::processes);
  }

  private void session(Session session) {
    lines.top("VRRP Track BFD = " + session.config().name());
    lines.item("Weight", weight(session.config().weight(), session.config().reverse()));
    lines.item("Bfd is " + (session.condition() == Condition.UP ? "up" : "down"));
    tracking(session.config().name(), TrackedObjects::sessions);
  }

  private void tracking(String name, Function<TrackedObjects, List<Tracked>> list) {
    lines.item("Tracking instances :");
    router
        .instances()
        .forEach(instance ->
            list.apply(instance.config().tracked()).stream()
                .filter(tracked -> tracked.name().equals(name))
                .forEach(tracked ->
                    lines.entry(
                        "%s, weight %s"
                            .formatted(
                                instance.config().name(),
                                weight(tracked.weight(), tracked.reverse())))));
  }

  private static String weight(int weight, boolean reverse) {
    return weight + (reverse ? " reverse" : "");
  }

  private static String seconds(Duration duration) {
    return "%d.%06ds".formatted(duration.toSeconds(), duration.toNanosPart() / 1000);
  }
}
