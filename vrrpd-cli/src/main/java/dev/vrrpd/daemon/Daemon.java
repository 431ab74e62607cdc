package dev.vrrpd.daemon;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.config.TuningConfig;
import dev.vrrpd.core.config.dump.ConfigText;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.door.OrderedWorker;
import dev.vrrpd.logging.LogQueue;
import dev.vrrpd.logging.LogSink;
import dev.vrrpd.logging.Logging;
import dev.vrrpd.logging.StreamSink;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import dev.vrrpd.netlink.loop.SchedulingReport;
import dev.vrrpd.netlink.process.Orphans;
import dev.vrrpd.service.Powers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the process, on its main thread: log, pid files, configuration, loop, signals, and
 * the way out. Never touches the router itself; that is the loop's.
 */
public final class Daemon {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  /**
   * Where nothing else is configured and the kernel permits it: far above all that is not real
   * time.
   */
  private static final int REALTIME_PRIORITY = 50;

  /** How long FIFOs and dumps may still be written after the router is done. */
  private static final Duration FILES_AT_EXIT = Duration.ofSeconds(1);

  /** Whatever goes wrong on the way out, the process does not stay. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

  private static final Duration ORPHANS_EVERY = Duration.ofSeconds(2);

  private final DaemonOptions options;
  private final Configurations configurations;
  private final Banner banner;
  private final List<PidFile> pidFiles = new ArrayList<>();
  private final CompletableFuture<Void> stopRequest = new CompletableFuture<>();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  public Daemon(DaemonOptions options, Configurations configurations, Banner banner) {
    this.options = options;
    this.configurations = configurations;
    this.banner = banner;
  }

  /** Until it is told to stop; the result is the process's exit status. */
  public int run() {
    Groundwork groundwork = Groundwork.begin();
    LogQueue queue;
    try {
      queue = Logging.start(options.detail(), sinks());
    } catch (IOException e) {
      System.err.println("cannot open the log file: " + e.getMessage());
      return ExitStatus.FAILURE;
    }
    try {
      return serve(groundwork);
    } finally {
      pidFiles.forEach(PidFile::remove);
      queue.close();
    }
  }

  private List<LogSink> sinks() throws IOException {
    List<LogSink> sinks = new ArrayList<>();
    if (options.console()) {
      sinks.add(StreamSink.console());
    } else if (Background.isChild()) {
      sinks.add(Background.errorsUntilReady());
    }
    if (options.logFile().isPresent()) {
      sinks.add(StreamSink.file(options.logFile().get(), options.flushesLogFile()));
    }
    options
        .syslogFacility()
        .ifPresent(facility -> sinks.add(new SyslogSink(banner.ident(), facility)));
    return sinks;
  }

  private int serve(Groundwork groundwork) {
    banner.starting(options.commandLine()).forEach(log::info);
    options.withoutEffect().forEach(option -> log.debug("{} has no effect here", option));
    try {
      ProcessState.prepare(options);
    } catch (LibcException e) {
      log.error("{}", e.getMessage());
      return ExitStatus.FAILURE;
    }
    return switch (configurations.start()) {
      case Configurations.Load.Usable(LoadedConfig loaded) -> prepare(loaded, groundwork);
      case Configurations.Load.Unusable(int code) -> {
        log.error("{}", banner.stopped());
        yield code;
      }
    };
  }

  private int prepare(LoadedConfig loaded, Groundwork groundwork) {
    ProcessConfig process = process(loaded);
    ProcessState.settle(options, process, banner.ident().toLowerCase(Locale.ROOT));
    groundwork.awaitSignalsHeld();
    OptionalInt refused = claimPidFiles(process);
    return refused.isPresent() ? refused.getAsInt() : serve(loaded);
  }

  private OptionalInt claimPidFiles(ProcessConfig process) {
    Optional<String> namespace = options.namespace().or(process::namespace);
    for (var path : PidPlaces.of(options.pidFiles(), process, namespace)) {
      PidPlaces.makeDirectory(path);
      switch (PidFile.claim(path)) {
        case PidFile.Claim.Taken(PidFile file, boolean zombie) -> {
          if (zombie) {
            log.info("Remove a zombie pid file {}", path);
          }
          pidFiles.add(file);
        }
        case PidFile.Claim.AlreadyRunning(long pid) -> {
          log.error("daemon is already running (pid {} of {})", pid, path);
          return OptionalInt.of(ExitStatus.OK);
        }
        case PidFile.Claim.Unwritable(String reason) -> {
          log.error("pidfile_write : Cannot open {} pidfile: {}", path, reason);
          return OptionalInt.of(ExitStatus.OK);
        }
      }
    }
    return OptionalInt.empty();
  }

  private int serve(LoadedConfig loaded) {
    TuningConfig tuning = process(loaded).tuning();
    tuning.realTimeLimitMicros().ifPresent(Daemon::watchComputing);
    EventLoop events =
        EventLoop.start(
            "vrrp",
            scheduling(loaded.config().global()),
            defect -> log.error("a defect of the daemon; it goes on", defect));
    report(events.scheduling());
    OrderedWorker files = new OrderedWorker("files");
    Powers.ofThisProcess().missingFor(loaded.config()).forEach(log::warn);
    Engine engine;
    try {
      engine = onLoop(events, () -> new Engine(events, files, banner.name(), witness()));
    } catch (LibcException e) {
      log.error("{}: CAP_NET_ADMIN and CAP_NET_RAW are needed", e.getMessage());
      return ExitStatus.NO_PERMISSION;
    }
    MetricsService metrics = new MetricsService(engine.vitals(), banner.name());
    StatusService status = new StatusService(engine.vitals().pictures(), options, banner.name());
    Reloader reloader =
        new Reloader(
            events,
            engine,
            configurations,
            options.namespace(),
            loaded,
            new ReloadArchive(files, ProcessHandle.current().pid()),
            running -> {
              Logging.adjust(process(running).logLevels());
              metrics.use(running.config().global());
              status.use(running.config().global());
              dump(running);
            });
    LocalReports reports = LocalReports.begin(tuning.silencesLocalReports());
    mindOrphans();
    obeySignals(reloader);
    new Doors(events, engine, files, System.getenv(), options.namespace()).obeySignals();
    OnceScript.run(events, "startup", process(loaded).startup(), loaded.scripts());
    Rehearsal rehearsal =
        Rehearsal.of(loaded, () -> events.execute(() -> engine.keepReady(loaded)));
    events.execute(() ->
        engine.start(
            loaded,
            () -> {
              up();
              rehearsal.begin();
              reloader.started();
            }));
    var _ = stopRequest.thenRun(() -> events.execute(() -> leave(engine)));
    int code = exit.join();
    status.close();
    reports.restore();
    rehearsal.close();
    OnceScript.run(
        events, "shutdown", process(reloader.running()).shutdown(), reloader.running().scripts());
    files.finish(FILES_AT_EXIT);
    log.info("{}", banner.stopped());
    events.close(); // a thread in epoll_wait(2) would make the JVM wait 300 ms for it
    return code;
  }

  /** {@code --address-monitoring}. */
  private Optional<Consumer<KernelEvent>> witness() {
    return options.watchesAddresses()
        ? Optional.of(new AddressWatch(log::info)::told)
        : Optional.empty();
  }

  /** {@code --dump-conf}. */
  private void dump(LoadedConfig running) {
    if (options.dumpsConfig()) {
      ConfigText.of(running.config(), false).lines().forEach(log::info);
    }
  }

  private void up() {
    log.info("Startup complete");
    Background.ready();
  }

  private void leave(Engine engine) {
    log.info("Stopping");
    exit.completeOnTimeout(ExitStatus.FAILURE, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    try {
      if (options.leavesAddresses()) {
        engine.abandon();
        exit.complete(ExitStatus.OK);
      } else {
        engine.stop(() -> exit.complete(ExitStatus.OK));
      }
    } catch (RuntimeException | AssertionError defect) {
      log.error("a defect of the daemon, it ends at once", defect);
      exit.complete(ExitStatus.FAILURE);
    }
  }

  /** As process 1 of a container we inherit what scripts leave behind. */
  private static void mindOrphans() {
    if (ProcessHandle.current().pid() == 1) {
      long seconds = ORPHANS_EVERY.toSeconds();
      ScheduledExecutorService gravedigger =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("orphans").unstarted(task));
      var _ =
          gravedigger.scheduleWithFixedDelay(
              new Orphans()::look, seconds, seconds, TimeUnit.SECONDS);
    }
  }

  private void obeySignals(Reloader reloader) {
    Signals.on("TERM", () -> stopRequest.complete(null));
    Signals.on("INT", options.ignoresInterrupt() ? () -> {} : () -> stopRequest.complete(null));
    Signals.on("HUP", reloader::request);
  }

  /** {@code vrrp_rlimit_rttime}: keepalived ends by this signal; here the addresses stay. */
  private static void watchComputing(long micros) {
    Signals.on(
        "XCPU",
        () -> log.warn("The real-time thread has computed for {} us without a pause", micros));
  }

  private static ProcessConfig process(LoadedConfig loaded) {
    return loaded.config().global().doors().process();
  }

  private static Scheduling scheduling(GlobalConfig global) {
    int priority = global.realtimePriority().orElse(REALTIME_PRIORITY);
    TuningConfig tuning = global.doors().process().tuning();
    return new Scheduling(
        priority == 0 ? OptionalInt.empty() : OptionalInt.of(priority),
        tuning.realTimeLimitMicros(),
        global.noSwap(),
        tuning.nice(),
        tuning.processors());
  }

  private static void report(SchedulingReport report) {
    for (SchedulingReport.Refusal refusal : report.refusals()) {
      log.info("{} not granted: {}", refusal.what(), refusal.reason());
    }
    if (report.granted() && report.wanted().realTimePriority().isPresent()) {
      log.debug("Scheduled SCHED_RR, priority {}", report.wanted().realTimePriority().getAsInt());
    }
  }

  private static <T> T onLoop(EventLoop events, Supplier<T> making) {
    try {
      return CompletableFuture.supplyAsync(making, events::execute).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LibcException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
