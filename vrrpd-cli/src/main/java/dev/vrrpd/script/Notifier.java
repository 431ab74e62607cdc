package dev.vrrpd.script;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.ScriptFinder.Found;
import dev.vrrpd.surface.KeepalivedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Tells operators' scripts what happened, with keepalived's arguments: first the script for the
 * state, then the general one. In order for each instance and group, side by side between them.
 * Confined to the loop, never waits on it.
 */
public final class Notifier {
  /** Instances and groups may share a name. */
  private record Addressee(Subject subject, String name) {}

  private final Launcher launcher;
  private final Function<Runnable, LoopTimer> timers;
  private final Deliveries deliveries;
  private final Logger log;
  private final Map<Addressee, NotifyConfig> addressees = new HashMap<>();
  private final Map<Addressee, NoticeQueue> queues = new HashMap<>();
  private Set<Addressee> present = Set.of();
  private ScriptBook latest = ScriptBook.EMPTY;

  /** The latest, and the one before. */
  private ScriptBook book = ScriptBook.EMPTY;

  private Runnable whenIdle = () -> {};

  public Notifier(
      Launcher launcher, Function<Runnable, LoopTimer> timers, Deliveries deliveries, Logger log) {
    this.launcher = launcher;
    this.timers = timers;
    this.deliveries = deliveries;
    this.log = log;
  }

  /**
   * Before the router hears of a configuration. Who is not in it any more is told of that as soon
   * as the kernel has taken the addresses away, and so stays known until the next configuration.
   */
  public void use(DaemonConfig config, ScriptBook newBook) {
    Map<Addressee, NotifyConfig> fresh = addressees(config);
    forget(fresh.keySet());
    addressees.keySet().retainAll(present);
    present = Set.copyOf(fresh.keySet());
    addressees.putAll(fresh);
    Map<Command, Found> both = new HashMap<>(latest.found());
    both.putAll(newBook.found());
    book = new ScriptBook(both, List.of());
    latest = newBook;
  }

  /** Queues that nobody will fill again. */
  private void forget(Set<Addressee> fresh) {
    Set<Addressee> gone =
        queues.keySet().stream()
            .filter(each -> !fresh.contains(each) && !present.contains(each))
            .filter(each -> queues.get(each).idle())
            .collect(Collectors.toSet());
    gone.forEach(addressee -> queues.remove(addressee).close());
  }

  private static Map<Addressee, NotifyConfig> addressees(DaemonConfig config) {
    Map<Addressee, NotifyConfig> found = new HashMap<>();
    config
        .instances()
        .forEach(i -> found.put(new Addressee(Subject.INSTANCE, i.name()), i.notifications()));
    config
        .syncGroups()
        .forEach(g -> found.put(new Addressee(Subject.GROUP, g.name()), g.notifications()));
    return found;
  }

  public void notify(Output.Notify notice) {
    Addressee addressee = new Addressee(notice.subject(), notice.name());
    NotifyConfig config = addressees.getOrDefault(addressee, NotifyConfig.NONE);
    List<Program> programs = new ArrayList<>();
    special(config, notice.notice()).flatMap(this::program).ifPresent(programs::add);
    if (notice.notice() != Output.Notice.RIVAL_HEARD) {
      config.any().flatMap(this::program).map(any -> telling(any, notice)).ifPresent(programs::add);
    }
    if (!programs.isEmpty()) {
      NoticeQueue queue = queues.computeIfAbsent(addressee, this::queue);
      if (config.coalesces()) {
        queue.skip();
      }
      programs.forEach(queue::add);
    }
  }

  private NoticeQueue queue(Addressee addressee) {
    return new NoticeQueue(
        addressee.name(), launcher, timers, this::queueBecameIdle, deliveries, log);
  }

  private static Optional<Command> special(NotifyConfig config, Output.Notice notice) {
    return switch (notice) {
      case ACTIVE -> config.master();
      case BACKUP -> config.backup();
      case FAULT -> config.fault();
      case STOPPED -> config.stop();
      case DELETED -> config.deleted();
      case REMOVED -> Optional.empty();
      case RIVAL_HEARD -> config.masterRxLowerPriority();
    };
  }

  private Optional<Program> program(Command command) {
    return book.find(command) instanceof Found.Usable(Program program, var _)
        ? Optional.of(program)
        : Optional.empty();
  }

  /** {@code INSTANCE name MASTER 100}; a group has priority 0. */
  private static Program telling(Program program, Output.Notify notice) {
    String priority =
        notice.subject() == Subject.GROUP ? "0" : notice.effectivePriority().toString();
    List<String> arguments =
        Stream.concat(
                program.arguments().stream(),
                Stream.of(
                    KeepalivedNames.of(notice.subject()),
                    notice.name(),
                    KeepalivedNames.of(notice.notice()),
                    priority))
            .toList();
    return new Program(program.path(), arguments, program.environment(), program.identity());
  }

  /** The daemon goes: what waits is out of date, only what is told from now on matters. */
  public void hurry() {
    queues.values().forEach(NoticeQueue::hurry);
  }

  /**
   * Calls back once, as soon as nothing that was told is still being told: at once if nothing is.
   */
  public void whenIdle(Runnable callback) {
    whenIdle = callback;
    queueBecameIdle();
  }

  public void endAll() {
    queues.values().forEach(NoticeQueue::endAll);
  }

  private void queueBecameIdle() {
    if (queues.values().stream().allMatch(NoticeQueue::idle)) {
      Runnable callback = whenIdle;
      whenIdle = () -> {};
      callback.run();
    }
  }
}
