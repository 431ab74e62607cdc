package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.door.DumpFiles;
import dev.vrrpd.door.OrderedWorker;
import dev.vrrpd.door.WholeFile;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.signal.BlockedSignals;
import dev.vrrpd.surface.dump.CounterStart;
import dev.vrrpd.surface.dump.DataDump;
import dev.vrrpd.surface.dump.JsonDump;
import dev.vrrpd.surface.dump.Portrait;
import dev.vrrpd.surface.dump.StatsDump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals that ask for a dump; keepalived(8). The picture is taken on the loop, words and files are
 * made elsewhere.
 */
final class Doors {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  /** SIGRTMIN+2 and SIGRTMAX-1: what {@code --signum} prints for JSON and STATS_CLEAR. */
  private static final int JSON = 36;

  static final int STATS_CLEAR = 63;
  private static final List<Integer> REAL_TIME = List.of(JSON, STATS_CLEAR);

  private final EventLoop events;
  private final Engine engine;
  private final OrderedWorker files;
  private final Path directory;
  private final Optional<String> namespace;

  /** The worker's. */
  private CounterStart counterStart = CounterStart.NEVER;

  /**
   * @param namespace the one that was asked for on the command line
   */
  Doors(
      EventLoop events,
      Engine engine,
      OrderedWorker files,
      Map<String, String> environment,
      Optional<String> namespace) {
    this.events = events;
    this.engine = engine;
    this.files = files;
    this.directory = DumpFiles.directory(environment);
    this.namespace = namespace;
  }

  void obeySignals() {
    Signals.on("USR1", this::data);
    Signals.on("USR2", this::stats);
    List<Integer> deaf = BlockedSignals.ignoreUnblocked(REAL_TIME);
    if (deaf.isEmpty()) {
      events.execute(() -> {
        BlockedSignals _ = BlockedSignals.read(events, REAL_TIME, this::realTime);
      });
    } else {
      log.info("signals {} are ignored: the launcher did not block them", deaf);
    }
  }

  private void realTime(int signal) {
    if (signal == JSON) {
      json();
    } else {
      clear();
    }
  }

  private void data() {
    say("Printing VRRP data for");
    say("Printing parent data for");
    dump(portrait -> {
      write(places(portrait).data(), DataDump.of(portrait));
      write(places(portrait).parentData(), DataDump.ofParent(portrait));
    });
  }

  private void stats() {
    say("Printing VRRP stats for");
    dump(this::writeStats);
  }

  private void clear() {
    say("Printing and clearing VRRP stats for");
    dump(portrait -> {
      writeStats(portrait);
      counterStart = CounterStart.at(portrait.router());
    });
  }

  private void json() {
    say("Printing VRRP as json for");
    dump(portrait ->
        write(
            places(portrait).json(),
            JsonDump.of(portrait.since(counterStart), doors(portrait).dumps().jsonVersion())));
  }

  private static void say(String what) {
    log.info("{} process({}) on signal", what, ProcessHandle.current().pid());
  }

  private void writeStats(Portrait portrait) {
    write(places(portrait).stats(), StatsDump.of(portrait.since(counterStart)));
  }

  /** Before there is a configuration there is nothing to show. */
  private void dump(Consumer<Portrait> writing) {
    events.execute(() ->
        engine.portrait().ifPresent(portrait -> files.execute(() -> writing.accept(portrait))));
  }

  private static DoorsConfig doors(Portrait portrait) {
    return portrait.global().doors();
  }

  private DumpFiles places(Portrait portrait) {
    DoorsConfig doors = doors(portrait);
    String label =
        doors.dumps().namedByInstance()
            ? DumpFiles.label(namespace.or(doors.process()::namespace), doors.process().instance())
            : "";
    return new DumpFiles(directory, doors.dumps().stateFile(), label);
  }

  private static void write(Path path, String text) {
    try {
      WholeFile.write(path, text);
    } catch (IOException e) {
      log.warn("cannot write {}: {}", path, e.toString());
    }
  }
}
