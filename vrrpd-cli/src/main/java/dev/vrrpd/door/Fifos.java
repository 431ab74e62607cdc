package dev.vrrpd.door;

import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.config.FifoConfig;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.Accounts;
import dev.vrrpd.script.Launcher;
import dev.vrrpd.script.ScriptBook;
import dev.vrrpd.script.ScriptFinder.Found;
import dev.vrrpd.surface.FifoLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notify FIFOs of a configuration and the scripts that read them; keepalived.conf(5), {@code
 * notify_fifo}. Spoken to on the loop; the files are touched by one worker only, in the order of
 * what was said.
 */
public final class Fifos {
  private static final Logger log = LoggerFactory.getLogger(Fifos.class);

  /** What a reader has for the last lines; with the FIFO closed it may end by itself. */
  private static final Duration LAST_LINES = Duration.ofMillis(200);

  private final Executor worker;
  private final Executor loop;
  private final Launcher launcher;
  private final Function<Runnable, LoopTimer> timers;
  private final Accounts accounts;
  private final Deliveries deliveries;

  /** The worker's. */
  private final Map<FifoConfig, Fifo> open = new HashMap<>();

  private final Map<FifoConfig, FifoReader> readers = new HashMap<>();
  private final Map<String, Role> roles = new HashMap<>();
  private DoorsConfig config = DoorsConfig.STANDARD;
  private boolean closed;

  /**
   * @param worker runs one task after the other, off the loop
   * @param loop runs tasks on the loop
   */
  public Fifos(
      Executor worker,
      Executor loop,
      Launcher launcher,
      Function<Runnable, LoopTimer> timers,
      Accounts accounts,
      Deliveries deliveries) {
    this.worker = worker;
    this.loop = loop;
    this.launcher = launcher;
    this.timers = timers;
    this.accounts = accounts;
    this.deliveries = deliveries;
  }

  /**
   * Before the router hears of a configuration: closes what is not in it, opens what is new. A FIFO
   * whose reader changed is both.
   */
  public void use(DoorsConfig fresh, ScriptBook scripts) {
    Set<FifoConfig> gone =
        config.fifos().stream()
            .filter(fifo -> !fresh.fifos().contains(fifo))
            .collect(Collectors.toSet());
    gone.forEach(this::close);
    for (FifoConfig fifo : fresh.fifos()) {
      if (!config.fifos().contains(fifo)) {
        worker.execute(() -> open(fifo, scripts));
      }
    }
    config = fresh;
  }

  private void open(FifoConfig config, ScriptBook scripts) {
    try {
      Fifo fifo = Fifo.open(Path.of(config.path()), owner(config));
      open.put(config, fifo);
    } catch (IOException e) {
      log.warn("notify FIFO {} is not used: {}", config.path(), e.getMessage());
      return;
    }
    config
        .reader()
        .map(scripts::find)
        .filter(Found.Usable.class::isInstance)
        .map(Found.Usable.class::cast)
        .ifPresent(found -> loop.execute(() -> read(config, found.program())));
  }

  private Fifo.Owner owner(FifoConfig config) throws IOException {
    if (config.user().isEmpty()) {
      return new Fifo.Owner(Libc.getuid(), Libc.getuid());
    }
    Accounts.User user =
        accounts
            .user(config.user().get())
            .orElseThrow(() -> new IOException("there is no user " + config.user().get()));
    int gid =
        config.group().isEmpty()
            ? user.gid()
            : accounts
                .group(config.group().get())
                .orElseThrow(() -> new IOException("there is no group " + config.group().get()));
    return new Fifo.Owner(user.uid(), gid);
  }

  private void read(FifoConfig config, Program script) {
    if (closed) {
      return;
    }
    List<String> arguments = new ArrayList<>(script.arguments());
    arguments.add(config.path());
    Program program =
        new Program(script.path(), arguments, script.environment(), script.identity());
    FifoReader reader = new FifoReader(program, launcher, timers);
    readers.put(config, reader);
    reader.start();
  }

  private void close(FifoConfig gone) {
    Optional<FifoReader> reader = Optional.ofNullable(readers.remove(gone));
    reader.ifPresent(FifoReader::retire);
    worker.execute(() -> {
      Fifo fifo = open.remove(gone);
      if (fifo != null) {
        fifo.close();
      }
      reader.ifPresent(last -> {
        last.awaitEnd(LAST_LINES);
        loop.execute(last::terminate);
      });
    });
  }

  public void notify(Output.Notify notice) {
    write(FifoLine.of(notice));
  }

  /** Of what is told, a changed priority is a line of its own; {@code notify_priority_changes}. */
  public void tell(Note note) {
    switch (note) {
      case Note.RoleEntered entered -> roles.put(entered.instance(), entered.to());
      case Note.EffectivePriorityChanged(String instance, var _, var to)
          when config.tellsPriority().contains(instance) ->
          priorityChange(instance, to);
      default -> {}
    }
  }

  private void priorityChange(String instance, Priority to) {
    Role role = roles.getOrDefault(instance, Role.INITIALIZE);
    if (role == Role.ACTIVE || role == Role.BACKUP) {
      write(FifoLine.priorityChange(instance, role, to));
    }
  }

  /** After a reload: where everybody stands; {@code fifo_write_vrrp_states_on_reload}. */
  public void reloaded(RouterSnapshot router) {
    if (config.reload().writesStates()) {
      FifoLine.states(router).forEach(this::write);
    }
  }

  private void write(String line) {
    if (!config.fifos().isEmpty()) {
      worker.execute(() -> open.values().forEach(fifo -> write(fifo, line)));
    }
  }

  private void write(Fifo fifo, String line) {
    deliveries.count(Way.FIFO, fifo.write(line) ? Fate.DONE : Fate.LOST);
  }

  /** Nothing is written any more. */
  public void close() {
    closed = true;
    List.copyOf(config.fifos()).forEach(this::close);
    config = DoorsConfig.STANDARD;
  }
}
