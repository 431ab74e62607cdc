package dev.vrrpd.daemon;

import dev.vrrpd.check.Probes;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.PeerAddresses;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.door.Fifos;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.netlink.kernel.LinuxKernel;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.packet.AdvertisementSockets;
import dev.vrrpd.netlink.packet.ClaimSocket;
import dev.vrrpd.netlink.packet.SocketRehearsal;
import dev.vrrpd.netlink.process.Spawner;
import dev.vrrpd.script.CheckScripts;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.Notifier;
import dev.vrrpd.surface.dump.Portrait;
import dev.vrrpd.tell.Tellers;
import dev.vrrpd.track.Watchers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The router with everything it works on, tied together on one loop: sockets, kernel, scripts, log.
 * Confined to the loop's thread, except for its construction.
 */
final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger("vrrp");

  /** How long stop scripts may take; keepalived.conf(5). */
  private static final Duration STOP_SCRIPTS = Duration.ofSeconds(1);

  /** How long the kernel may take to remove the addresses. */
  private static final Duration REMOVAL = Duration.ofSeconds(10);

  /** Notifications do not wait for hundreds of checks, nor those for one that is slow to start. */
  private static final int CHECKS_STARTED_AT_ONCE = 4;

  private final EventLoop events;
  private final Optional<Consumer<KernelEvent>> witness;

  /** Links whose addresses the kernel tells of: of this configuration and those before. */
  private final Set<InterfaceName> attended = new HashSet<>();

  private final VrrpRouter router = new VrrpRouter();
  private final AdvertisementPorts ports;
  private final ClaimWatch claims;
  private final Spawner spawner;
  private final Spawner checkSpawner;
  private final Probes probes;
  private final CheckScripts checks;
  private final Deliveries deliveries = new Deliveries();
  private final Notifier notifier;
  private final LinuxKernel kernel;
  private final Fifos fifos;
  private final Agents agents;
  private final Tellers tellers = new Tellers(deliveries);
  private final WallClockWatch wallClock = new WallClockWatch(Engine::wallNanos, Clock.MONOTONIC);
  private final Watchers watchers;
  private final PeerNames names;
  private final Vitals vitals;
  private final DaemonLoop loop;
  private Optional<SocketRehearsal> exercised = Optional.empty();
  private Optional<DaemonConfig> running = Optional.empty();
  private PeerAddresses peers = PeerAddresses.NONE;
  private Optional<Runnable> beginning = Optional.empty();
  private boolean pictured;
  private Runnable whenRouterFinished = () -> {};

  /**
   * On the loop: opens what needs no configuration. May throw what the kernel refuses.
   *
   * @param files one worker, off the loop
   * @param name and version of the daemon
   * @param witness hears whatever the kernel tells, and wants to hear of every link
   */
  Engine(EventLoop events, Executor files, String name, Optional<Consumer<KernelEvent>> witness) {
    this.witness = witness;
    this.events = events;
    AdvertisementSockets sockets = new AdvertisementSockets(events);
    ports = new AdvertisementPorts(sockets::open, this::heard, LOG);
    claims =
        new ClaimWatch(
            (link, family, addresses, claimed) ->
                ClaimSocket.open(events, link, family, addresses, claimed),
            this::turn,
            LOG);
    spawner = new Spawner(events);
    checkSpawner = new Spawner(events, CHECKS_STARTED_AT_ONCE);
    probes = new Probes(events::execute, Agents::units);
    checks = new CheckScripts(checkSpawner::spawn, probes, this::turn);
    notifier = new Notifier(spawner::spawn, events::timer, deliveries, LOG);
    fifos =
        new Fifos(
            files, events::execute, spawner::spawn, events::timer, new HostAccounts(), deliveries);
    agents = new Agents(files, events::execute, this::turn, name, this::picture, deliveries);
    kernel = LinuxKernel.open(events, this::told);
    kernel.submit(new KernelRequest.UseFilter("", FilterStyle.STANDARD));
    watchers = new Watchers(events, this::turn);
    names = new PeerNames(NameService::addresses, events::execute, this::resolved);
    vitals = new Vitals(events, router, deliveries, Clock.MONOTONIC, System.getenv());
    loop =
        new DaemonLoop(
            router,
            new Performer(
                ports, kernel, checks, notifier, new Journal(LOG), fifos, agents, tellers),
            Clock.MONOTONIC,
            events::timer,
            this::drain,
            vitals::late);
  }

  /** On any thread, once the engine is there. */
  private Optional<Picture> picture() {
    return vitals.pictures().get();
  }

  private static long wallNanos() {
    Instant now = Instant.now();
    return Math.addExact(now.getEpochSecond() * 1_000_000_000, now.getNano());
  }

  /** Before a Tick. */
  private void drain() {
    tellTime();
    ports.drain();
  }

  /** On the loop, after a rehearsal: keeps the way of a takeover in the processor's memory. */
  void keepReady(LoadedConfig loaded) {
    RehearsedElections elections = new RehearsedElections(loaded);
    SocketRehearsal sockets = new SocketRehearsal(events);
    exercised = Optional.of(sockets);
    loop.stretch(() -> {
      elections.play();
      sockets.play();
    });
  }

  /** What the loop tells of itself. */
  Vitals vitals() {
    return vitals;
  }

  private void turn(Input input) {
    heard(input, Duration.ZERO);
  }

  private void heard(Input input, Duration waited) {
    tellTime();
    loop.turn(input, waited);
    if (router.finished()) {
      whenRouterFinished.run();
    }
  }

  private void tellTime() {
    Optional<Input> moved = wallClock.moved();
    if (moved.isPresent()) {
      loop.turn(moved.get());
    }
  }

  private void told(KernelEvent event) {
    witness.ifPresent(all -> all.accept(event));
    ports.told(event);
    claims.told(event);
    turn(new Input.KernelTold(event));
    if (event instanceof KernelEvent.Resynchronized) {
      pictured = true;
      begin();
    }
  }

  /** Takes up a configuration as soon as the kernel has shown its links and addresses. */
  void start(LoadedConfig loaded, Runnable started) {
    watchers.look(
        loaded.config().trackers(),
        () -> {
          beginning =
              Optional.of(() -> {
                reconfigure(loaded);
                started.run();
              });
          begin();
        });
  }

  private void begin() {
    if (pictured && beginning.isPresent()) {
      Runnable now = beginning.get();
      beginning = Optional.empty();
      now.run();
    }
  }

  /** Takes up another configuration: only what differs is touched. */
  void reconfigure(LoadedConfig loaded) {
    DaemonConfig config = loaded.config();
    if (witness.isEmpty() && attended.addAll(config.linksWithAddresses())) {
      kernel.attend(attended);
    }
    ports.use(peers.applied(config));
    claims.use(config);
    wallClock.use(config);
    fifos.use(config.global().doors(), loaded.scripts());
    agents.use(config);
    notifier.use(config, loaded.scripts());
    tellers.use(config.global());
    checks.use(loaded.scripts());
    turn(new Input.Reconfigure(config));
    watchers.use(config.trackers());
    names.use(config);
    ports.settle(config);
    if (running.isPresent()) {
      fifos.reloaded(router.snapshot());
    }
    running = Optional.of(config);
    vitals.configured();
  }

  /** A name of a peer has other addresses: the sockets learn of it before the router sends. */
  private void resolved(Input.PeerResolved news) {
    peers = peers.with(news.name(), news.addresses());
    running.map(peers::applied).ifPresent(ports::use);
    turn(news);
    running.ifPresent(ports::settle);
  }

  /**
   * Resigns, takes the addresses away, runs the stop scripts; calls back when all that is done, or
   * has had its time.
   */
  void stop(Runnable done) {
    vitals.stopping();
    notifier.hurry();
    Exit exit = new Exit(done);
    whenRouterFinished = exit::addressesGone;
    turn(new Input.Stop());
  }

  /** Everything as it is now; empty before the first configuration. */
  Optional<Portrait> portrait() {
    return running.map(config ->
        new Portrait(
            config.global(),
            router.snapshot(),
            Clock.MONOTONIC.now(),
            Instant.now(),
            ZoneId.systemDefault()));
  }

  /** Leaves everything as it is; {@code --dont-release-vrrp}. */
  void abandon() {
    checks.killAll();
    notifier.endAll();
    close();
  }

  private void close() {
    fifos.close();
    agents.close();
    tellers.close();
    probes.close();
    watchers.close();
    names.close();
    loop.close();
    vitals.close();
    exercised.ifPresent(SocketRehearsal::close);
    ports.close();
    claims.close();
    kernel.close();
    spawner.close();
    checkSpawner.close();
  }

  /** What an exit waits for: the kernel, then the scripts that hear of it, each with its limit. */
  private final class Exit {
    private final Runnable done;
    private final LoopTimer kernelLimit = events.timer(this::addressesGone);
    private final LoopTimer scriptLimit = events.timer(this::finish);
    private boolean finished;

    Exit(Runnable done) {
      this.done = done;
      kernelLimit.arm(System.nanoTime() + REMOVAL.toNanos());
    }

    void addressesGone() {
      whenRouterFinished = () -> {};
      kernelLimit.close();
      scriptLimit.arm(System.nanoTime() + STOP_SCRIPTS.toNanos());
      notifier.whenIdle(this::finish);
    }

    private void finish() {
      if (finished) {
        return;
      }
      finished = true;
      scriptLimit.close();
      abandon();
      done.run();
    }
  }
}
