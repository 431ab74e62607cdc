package dev.vrrpd.core.router;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.TrackerConfigs;
import dev.vrrpd.core.router.Roster.Kind;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.FileReading;
import dev.vrrpd.core.track.Observed;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything tracked, and who has to look again when it changes. */
final class Trackers implements Observed {
  private final Outbox outbox;
  private final Links links;
  private final Roster roster;
  private final Scripts scripts;
  private final Processes processes;
  private final Map<String, File> files = new HashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();
  private TrackerConfigs configs = TrackerConfigs.NONE;

  /** What was told before the first configuration. */
  private final Map<String, Integer> earlyNumbers = new HashMap<>();

  private final Map<String, Integer> earlyCounts = new HashMap<>();

  private record File(String path, FileReading reading) {}

  private record Session(BfdConfig config, Condition condition) {}

  Trackers(Outbox outbox, Deadlines deadlines, Links links, Roster roster) {
    this.outbox = outbox;
    this.links = links;
    this.roster = roster;
    this.scripts = new Scripts(outbox, deadlines, (name, now) -> changed(Kind.SCRIPT, name, now));
    this.processes =
        new Processes(outbox, deadlines, (name, now) -> changed(Kind.PROCESS, name, now));
  }

  private void changed(Kind kind, String name, Moment now) {
    roster.tracking(kind, name).forEach(router -> router.assess(now));
  }

  /** Takes over other trackers; {@code running}: nothing moves for those that are new. */
  void reconfigure(DaemonConfig fresh, boolean running, Moment now) {
    configs = fresh.trackers();
    scripts.reconfigure(roster.trackedScripts(fresh), running, now);
    processes.reconfigure(configs.processes(), running, now);
    reconfigureFiles(running);
    reconfigureSessions(running);
    earlyNumbers.forEach((name, number) -> fileRead(name, number, now));
    earlyCounts.forEach((name, count) -> processesCounted(name, count, now));
    earlyNumbers.clear();
    earlyCounts.clear();
  }

  private void reconfigureFiles(boolean running) {
    Map<String, File> before = new HashMap<>(files);
    files.clear();
    for (FileConfig config : configs.files()) {
      File known = before.get(config.name());
      boolean same = known != null && known.path().equals(config.path());
      FileReading fresh = running ? FileReading.UNKNOWN : FileReading.PENDING;
      files.put(config.name(), new File(config.path(), same ? known.reading() : fresh));
    }
  }

  private void reconfigureSessions(boolean running) {
    Map<String, Session> before = new HashMap<>(sessions);
    sessions.clear();
    for (BfdConfig config : configs.sessions()) {
      Session known = before.get(config.name());
      boolean same = known != null && known.config().samePath(config);
      Condition fresh = running ? Condition.ABSENT : Condition.DOWN;
      sessions.put(config.name(), new Session(config, same ? known.condition() : fresh));
    }
  }

  void scriptStarted(String name, Moment now) {
    scripts.started(name, now);
  }

  void recovered(String check, Moment now) {
    scripts.recovered(check, now);
  }

  void scriptEnded(String name, ScriptOutcome outcome, Moment now) {
    scripts.ended(name, outcome, now);
  }

  void fileRead(String name, int number, Moment now) {
    if (roster.all().isEmpty()) {
      earlyNumbers.put(name, number);
    }
    File file = files.get(name);
    FileReading reading = FileReading.of(number);
    if (file != null && !file.reading().equals(reading)) {
      files.put(name, new File(file.path(), reading));
      changed(Kind.FILE, name, now);
    }
  }

  void processesCounted(String name, int count, Moment now) {
    if (roster.all().isEmpty()) {
      earlyCounts.put(name, count);
    }
    processes.counted(name, count, now);
  }

  void sessionTold(String name, boolean up, Moment now) {
    Session session = sessions.get(name);
    Condition condition = up ? Condition.UP : Condition.DOWN;
    if (session != null && session.condition() != condition) {
      sessions.put(name, new Session(session.config(), condition));
      for (VirtualRouter router : roster.tracking(Kind.SESSION, name)) {
        outbox.tell(new Note.SessionChanged(router.name(), name, up));
        router.assess(now);
      }
    }
  }

  void stop() {
    scripts.stop();
  }

  @Override
  public Condition script(String name) {
    return scripts.condition(name);
  }

  @Override
  public Condition link(InterfaceName name) {
    return links.condition(name);
  }

  @Override
  public FileReading file(String name) {
    File file = files.get(name);
    return file == null ? FileReading.UNKNOWN : file.reading();
  }

  @Override
  public Condition process(String name) {
    return processes.condition(name);
  }

  @Override
  public Condition session(String name) {
    Session session = sessions.get(name);
    return session == null ? Condition.ABSENT : session.condition();
  }

  List<RouterSnapshot.Script> scripts() {
    return scripts.snapshot();
  }

  RouterSnapshot.Trackers snapshot() {
    return new RouterSnapshot.Trackers(
        trackedLinks(),
        configs.files().stream()
            .map(config -> new RouterSnapshot.TrackedFile(config, file(config.name()).number()))
            .toList(),
        processes.snapshot(),
        configs.sessions().stream()
            .map(config -> new RouterSnapshot.Session(config, session(config.name())))
            .toList());
  }

  private List<RouterSnapshot.TrackedLink> trackedLinks() {
    return roster.all().stream()
        .flatMap(router ->
            Stream.concat(
                Stream.of(router.config().tracked()),
                router.group().stream().map(group -> group.config().tracked())))
        .flatMap(tracked -> tracked.links().stream())
        .map(tracked -> new InterfaceName(tracked.name()))
        .distinct()
        .map(name -> new RouterSnapshot.TrackedLink(name, link(name)))
        .toList();
  }
}
