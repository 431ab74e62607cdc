package dev.vrrpd.core.router;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.PeerAddresses;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.core.wire.Advertisements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The device: routes inputs to virtual routers, trackers and groups, and returns what shall be
 * done. Deterministic: the same inputs at the same moments give the same outputs. Never performs
 * anything itself, never reads a clock.
 *
 * <p>What it asks of its caller:
 *
 * <ul>
 *   <li>The outputs of a call are run in order, before the next input is handed in.
 *   <li>Everything readable is handed in before a {@link Input.Tick}. A loop that was stalled finds
 *       advertisements in its sockets; looked at first, they keep a Backup from taking over from an
 *       Active router that was alive all the time, and an Active router from insisting.
 *   <li>Nothing starts before both a configuration and the first {@link KernelEvent.Resynchronized}
 *       are there, in either order.
 *   <li>Every {@link Output.AskKernel} is answered by a {@link KernelEvent.Completed} in its order:
 *       notices wait for it. After {@link Input.Stop} the caller goes on until {@link #finished}.
 *   <li>Where advertisements are signed, {@link Input.ClockSet} comes before the configuration, and
 *       whenever the clock is set.
 * </ul>
 */
public final class VrrpRouter {
  private final Outbox outbox = new Outbox();
  private final Deadlines deadlines = new Deadlines();
  private final Steadiness steadiness = new Steadiness(deadlines, this::lookAgain);
  private final Links links = new Links(steadiness::operational);
  private final Roster roster = new Roster();
  private final Trackers trackers = new Trackers(outbox, deadlines, links, roster);
  private final KernelNews news = new KernelNews(links, roster, outbox, steadiness);
  private final StaticKeeper statics = new StaticKeeper(outbox, deadlines, links);
  private final Promotions promotions = new Promotions(outbox, links);
  private final Said said = new Said();
  private final Unsettled unsettled = new Unsettled();
  private final Pacer pacer = new Pacer(outbox, deadlines);
  private final Surroundings around =
      new Surroundings(
          outbox,
          deadlines,
          links,
          trackers,
          new WallClock(),
          pacer,
          unsettled,
          new Inquirer(outbox, deadlines));

  /** Those a reload removed, until the kernel has answered them. */
  private final List<VirtualRouter> departed = new ArrayList<>();

  private Optional<DaemonConfig> config = Optional.empty();
  private PeerAddresses peers = PeerAddresses.NONE;
  private Moment notBefore = Moment.ZERO;
  private boolean started;
  private boolean stopped;
  private NoticeQueue farewells = new NoticeQueue(outbox);

  /** Takes one input; returns what shall be done, in order. */
  public List<Output> handle(Input input, Moment now) {
    if (!stopped) {
      accept(input, now);
      settle(now);
    } else if (input instanceof Input.KernelTold(KernelEvent event)) {
      answer(event, now);
    }
    return outbox.take();
  }

  private void accept(Input input, Moment now) {
    switch (input) {
      case Input.Tick() -> deadlines.due(now).forEach(timed -> timed.tick(now));
      case Input.Reconfigure(DaemonConfig fresh) -> reconfigure(fresh, now);
      case Input.Heard heard -> hear(heard, now);
      case Input.KernelTold(KernelEvent event) -> kernelTold(event, now);
      case Input.ClockSet(var atZero) -> around.clock().set(atZero);
      case Input.ScriptStarted(String script) -> trackers.scriptStarted(script, now);
      case Input.ScriptEnded(String script, var outcome) ->
          trackers.scriptEnded(script, outcome, now);
      case Input.RecoveryEnded(String check) -> trackers.recovered(check, now);
      case Input.FileRead(String file, int number) -> trackers.fileRead(file, number, now);
      case Input.ProcessesCounted(String process, int count) ->
          trackers.processesCounted(process, count, now);
      case Input.SessionTold(String session, boolean up) -> trackers.sessionTold(session, up, now);
      case Input.PeerResolved(String name, var addresses) -> peerResolved(name, addresses, now);
      case Input.SendFailed failure ->
          roster
              .named(failure.instance())
              .filter(router -> !router.health().linkIsDown())
              .ifPresent(router -> router.reporter().sendFailed(failure));
      case Input.ClaimHeard(var link, var address, var claimant) ->
          roster
              .holding(address)
              .forEach(
                  router -> router.announce(told -> told.claimed(link, address, claimant, now)));
      case Input.AnswerHeard(var link, var address, var neighbour) -> {
        Answerer answerer = new Answerer(link, address, neighbour);
        roster.holding(address).forEach(router -> router.answered(answerer, now));
      }
      case Input.Announce(String instance) ->
          roster.named(instance).ifPresent(router -> router.announce(told -> told.once(now)));
      case Input.Stop() -> stop(now);
    }
  }

  private void settle(Moment now) {
    for (SyncGroup group : unsettled.take(roster)) {
      group.settle(now);
    }
  }

  private void hear(Input.Heard heard, Moment now) {
    OptionalInt vrid = Advertisements.vrid(heard.datagram());
    if (!started || vrid.isEmpty() || now.isBefore(notBefore)) {
      return;
    }
    Optional<VirtualRouter> router = roster.addressee(heard, vrid.getAsInt());
    if (router.isPresent()) {
      router.get().hear(heard, now);
    } else {
      noteUnknown(heard, vrid.getAsInt());
    }
  }

  private void noteUnknown(Input.Heard heard, int vrid) {
    var source = heard.datagram().source();
    if (config.filter(known -> known.global().logUnknownVrids()).isPresent()
        && !roster.knows(heard.link(), source.family(), vrid)
        && said.first(vrid, source)) {
      outbox.tell(new Note.UnknownVrid(heard.link(), vrid, source));
    }
  }

  private void kernelTold(KernelEvent event, Moment now) {
    news.accept(event, now);
    promotions.told(event);
    statics.told(event, now);
    answer(event, now);
    if (!started && links.known() && config.isPresent()) {
      start(config.get(), now);
    }
  }

  private void answer(KernelEvent event, Moment now) {
    switch (event) {
      case KernelEvent.Completed(KernelRequest request) -> answer(request, event, now);
      case KernelEvent.Refused refusal -> answer(refusal.request(), event, now);
      case KernelEvent.RoutingRefused refusal -> answer(refusal.request(), event, now);
      default -> {}
    }
  }

  /** Who left with the request unanswered asked it before who came under the same name. */
  private void answer(KernelRequest request, KernelEvent event, Moment now) {
    if (Promotions.concerns(request)) {
      promotions.answer(event);
      return;
    }
    if (StaticKeeper.concerns(request)) {
      statics.answer(event, now);
      return;
    }
    for (VirtualRouter router : departed) {
      if (router.name().equals(request.requester())) {
        router.told(event, now);
        departed.removeIf(VirtualRouter::quiet);
        return;
      }
    }
    roster.named(request.requester()).ifPresent(router -> router.told(event, now));
    if (LinkKeeper.concerns(request) && !stopped) {
      begin(now);
    }
  }

  private void reconfigure(DaemonConfig fresh, Moment now) {
    config = Optional.of(fresh);
    if (!links.known()) {
      return;
    }
    if (!started) {
      start(fresh, now);
      return;
    }
    outbox.tell(apply(fresh, now).note());
  }

  /** The configuration is the same, but says something else now. */
  private void peerResolved(String name, List<IpAddress> addresses, Moment now) {
    peers = peers.with(name, addresses);
    outbox.tell(new Note.PeerResolved(name, addresses));
    if (started) {
      var _ = apply(config.orElseThrow(), now);
    }
  }

  private void start(DaemonConfig first, Moment now) {
    started = true;
    FilterStyle filter = first.global().filter();
    if (!filter.equals(FilterStyle.STANDARD)) {
      outbox.ask(new KernelRequest.UseFilter("", filter));
    }
    Duration delay = first.global().startupDelay();
    if (delay.isPositive()) {
      notBefore = now.plus(delay);
      outbox.tell(new Note.StartupDelayed(delay));
    }
    apply(first, now);
  }

  private Reconfiguration apply(DaemonConfig written, Moment now) {
    DaemonConfig fresh = peers.applied(written);
    boolean running = !roster.all().isEmpty();
    pacer.use(fresh.links().pacing(), now);
    steadiness.use(fresh.links().delays());
    links.all().forEach(link -> steadiness.seen(link, now));
    Reconfiguration change = new Reconfiguration(around, roster, fresh, now);
    change.release();
    change.populate();
    promotions.reconfigure(fresh.instances());
    statics.reconfigure(fresh.statics());
    Set<InterfaceAddress.Key> kept = links.virtual(fresh.instances());
    trackers.reconfigure(fresh, running, now);
    Set<InterfaceAddress.Key> inUse = inUse();
    change.adopt(inUse);
    kept.forEach(this::tellKept);
    change.departed().stream().filter(router -> !router.quiet()).forEach(departed::add);
    roster.all().stream()
        .filter(router -> !router.started())
        .forEach(router -> router.holdings().begin());
    roster.all().forEach(router -> router.assess(now));
    begin(now);
    return change;
  }

  private void lookAgain(InterfaceName link, Moment now) {
    roster.concernedBy(link).forEach(router -> router.assess(now));
  }

  private void tellKept(InterfaceAddress.Key key) {
    for (VirtualRouter router : roster.holding(key.address())) {
      InterfaceName home = router.config().home();
      router.config().placedAddresses().stream()
          .filter(address -> links.isKept(home, address))
          .filter(address -> address.address().equals(key.address()))
          .forEach(address ->
              outbox.tell(
                  new Note.AddressKept(router.name(), address.device().orElse(home), address)));
    }
  }

  /** What Active virtual routers hold, which nobody else may take for a leftover. */
  private Set<InterfaceAddress.Key> inUse() {
    Set<InterfaceAddress.Key> inUse = new HashSet<>();
    for (VirtualRouter router : roster.all()) {
      if (router.active()) {
        InterfaceName home = router.config().home();
        router
            .config()
            .placedAddresses()
            .forEach(address -> links.key(home, address).ifPresent(inUse::add));
      }
    }
    return inUse;
  }

  private Set<RoutingKey> routingInUse() {
    return roster.all().stream()
        .filter(VirtualRouter::active)
        .flatMap(router -> router.config().upkeep().routing().stream())
        .map(RoutingEntry::key)
        .collect(Collectors.toSet());
  }

  /**
   * Once all of them have the links of their own: groups are announced first, then each instance
   * begins in its turn.
   */
  private void begin(Moment now) {
    List<VirtualRouter> waiting =
        roster.all().stream().filter(router -> !router.started()).toList();
    if (waiting.isEmpty() || !waiting.stream().allMatch(router -> router.holdings().answered())) {
      return;
    }
    Set<InterfaceAddress.Key> inUse = inUse();
    waiting.forEach(router -> router.assess(now));
    roster.groups().forEach(SyncGroup::shareFaults);
    roster.groups().stream()
        .filter(group -> group.members().stream().noneMatch(VirtualRouter::started))
        .forEach(SyncGroup::announceStart);
    Set<RoutingKey> routing = routingInUse();
    waiting.forEach(router -> router.start(inUse, routing, notBefore, now));
  }

  private void stop(Moment now) {
    stopped = true;
    trackers.stop();
    for (VirtualRouter router : roster.all()) {
      router.reporter().queue(farewells);
      router.stop(Optional.of(Output.Notice.STOPPED), now);
    }
    statics.remove();
    promotions.end();
    roster.groups().forEach(group -> group.stop(farewells));
  }

  /** When to hand in the next {@link Input.Tick}; {@link Moment#NEVER} if nothing is awaited. */
  public Moment nextDeadline() {
    return deadlines.next();
  }

  /**
   * Whether {@link #nextDeadline} may be a takeover: until then nobody answers for the addresses.
   */
  public boolean takeoverNext() {
    return deadlines.urgent();
  }

  /** After {@link Input.Stop}: the kernel has answered everything, nothing is left to be done. */
  public boolean finished() {
    return stopped
        && farewells.isEmpty()
        && departed.isEmpty()
        && statics.answered()
        && promotions.answered()
        && roster.all().stream().allMatch(router -> router.holdings().answered());
  }

  /** How many virtual routers are what; none is not there. */
  public Map<Note.Role, Integer> roles() {
    Map<Note.Role, Integer> roles = new EnumMap<>(Note.Role.class);
    roster.all().forEach(router -> roles.merge(router.reporter().role(), 1, Integer::sum));
    return roles;
  }

  /** What every virtual router and script is at this moment, for dumps, status and metrics. */
  public RouterSnapshot snapshot() {
    return new RouterSnapshot(
        roster.all().stream().map(Snapshots::of).toList(),
        trackers.scripts(),
        roster.groups().stream().map(Snapshots::of).toList(),
        trackers.snapshot());
  }
}
