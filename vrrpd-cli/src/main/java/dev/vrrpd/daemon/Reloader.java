package dev.vrrpd.daemon;

import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.config.ReloadConfig;
import dev.vrrpd.core.config.change.FixedAtStart;
import dev.vrrpd.door.ReloadClock;
import dev.vrrpd.netlink.loop.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads, one after the other, on a thread of their own: read and judge first, then hand over. A
 * configuration that is refused changes nothing.
 */
final class Reloader {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private final EventLoop events;
  private final Engine engine;
  private final Configurations configurations;
  private final Optional<String> namespace;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("reload").unstarted(task));
  private final ReloadClock clock =
      new ReloadClock(Instant::now, ZoneId.systemDefault(), this::reload);
  private Optional<Future<?>> looking = Optional.empty();
  private final ReloadArchive archive;
  private final Consumer<LoadedConfig> onRunning;
  private final LoadedConfig started;
  private volatile LoadedConfig running;

  /**
   * On the main thread, from which the reloads' thread inherits its network namespace.
   *
   * @param namespace of the command line
   * @param onRunning hears, on the reloads' thread, of each configuration that runs, the first
   *     included
   */
  Reloader(
      EventLoop events,
      Engine engine,
      Configurations configurations,
      Optional<String> namespace,
      LoadedConfig first,
      ReloadArchive archive,
      Consumer<LoadedConfig> onRunning) {
    this.events = events;
    this.engine = engine;
    this.configurations = configurations;
    this.namespace = namespace;
    this.started = first;
    this.running = first;
    this.archive = archive;
    this.onRunning = onRunning;
    thread.execute(this::watchTimeFile);
  }

  /** What was loaded last. */
  LoadedConfig running() {
    return running;
  }

  /** On the loop: the first configuration runs. */
  void started() {
    archive.started(running.config());
    thread.execute(() -> onRunning.accept(running));
  }

  /** From any thread. */
  void request() {
    thread.execute(this::reload);
  }

  private void reload() {
    log.info("Reloading");
    events.execute(engine.vitals()::reloading);
    switch (load()) {
      case Configurations.Load.Usable(LoadedConfig loaded) when mayFollow(loaded) -> {
        running = loaded;
        warnOfWaiting(loaded);
        events.execute(() -> {
          archive.around(loaded.config(), engine::portrait, () -> engine.reconfigure(loaded));
          log.info("Reload complete");
        });
        onRunning.accept(loaded);
        watchTimeFile();
      }
      default -> {
        log.error("Reload refused: the running configuration stays as it is");
        events.execute(engine.vitals()::refused);
      }
    }
  }

  /** With the marker there as long as files are read; {@code reload_file}. */
  private Configurations.Load load() {
    Optional<Path> marker = marker();
    try {
      if (marker.isPresent()) {
        Files.writeString(marker.get(), "");
      }
      return configurations.reload();
    } catch (IOException e) {
      log.warn("cannot make the reload file {}: {}", marker.get(), e.toString());
      return configurations.reload();
    } finally {
      marker.ifPresent(Reloader::remove);
    }
  }

  private Optional<Path> marker() {
    return reloadConfig()
        .marker()
        .map(name ->
            name.isEmpty() ? PidPlaces.marker(process(running), namespace()) : Path.of(name));
  }

  private Optional<String> namespace() {
    return namespace.or(() -> process(running).namespace());
  }

  private static void remove(Path marker) {
    try {
      Files.deleteIfExists(marker);
    } catch (IOException e) {
      log.warn("cannot remove the reload file {}: {}", marker, e.toString());
    }
  }

  private boolean mayFollow(LoadedConfig loaded) {
    List<String> forbidding = FixedAtStart.forbidding(started.config(), loaded.config());
    if (!forbidding.isEmpty()) {
      log.error("{} cannot change while the daemon runs", String.join(" and ", forbidding));
    }
    return forbidding.isEmpty();
  }

  private void warnOfWaiting(LoadedConfig loaded) {
    List<String> waiting = FixedAtStart.waiting(started.config(), loaded.config());
    if (!waiting.isEmpty()) {
      log.warn(
          "{}: other than at the start, counts from the next start on", String.join(", ", waiting));
    }
  }

  private static ProcessConfig process(LoadedConfig loaded) {
    return loaded.config().global().doors().process();
  }

  private ReloadConfig reloadConfig() {
    return running.config().global().doors().reload();
  }

  /** Once a second, and only where there is a file to look at. */
  private void watchTimeFile() {
    looking.ifPresent(future -> future.cancel(false));
    looking =
        reloadConfig().timeFile().isEmpty()
            ? Optional.empty()
            : Optional.of(
                thread.scheduleWithFixedDelay(
                    () -> clock.look(reloadConfig()), 0, 1, TimeUnit.SECONDS));
  }
}
