package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.protocol.Effect;
import dev.vrrpd.core.protocol.Event;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.Observation;
import dev.vrrpd.core.protocol.Standing;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.protocol.StateMachine;
import dev.vrrpd.core.protocol.Transition;
import dev.vrrpd.core.track.Arithmetic;
import dev.vrrpd.core.track.Assessment;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.core.wire.Advertisement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One VRID of one family on one link: its parameters, its state, and what follows from a step of
 * it. Turns effects into outputs in their order; decides nothing that {@link StateMachine} decides.
 */
final class VirtualRouter extends Timed {
  private final Surroundings around;
  private final Counters counters;
  private final Losses losses;
  private final AddressKeeper keeper;
  private final LinkKeeper links;
  private final Announcing announcing;
  private final Vigil vigil;
  private final Reporter reporter;
  private final Health health;
  private final Sequences sequences;
  private InstanceConfig config;
  private Optional<SyncGroup> group = Optional.empty();
  private State state = State.Initialize.HEALTHY;
  private boolean started;
  private Moment notBefore = Moment.ZERO;
  private Hearing hearing;

  VirtualRouter(InstanceConfig config, Counters counters, Surroundings around) {
    this.config = config;
    this.counters = counters;
    this.around = around;
    this.losses = Losses.ofInstance(config.upkeep().onLoss());
    this.keeper = new AddressKeeper(config, around.links(), losses, around.outbox());
    this.links = new LinkKeeper(config, around.links(), losses, around.outbox());
    this.announcing = new Announcing(config, around);
    this.vigil = new Vigil(config, around);
    this.reporter = new Reporter(config.name(), around.outbox(), counters, keeper);
    this.health = new Health(config, around);
    this.sequences = Sequences.of(config);
    this.hearing = new Hearing(config, counters, reporter, sequences);
  }

  String name() {
    return config.name();
  }

  InstanceConfig config() {
    return config;
  }

  State state() {
    return state;
  }

  boolean active() {
    return state instanceof State.Active;
  }

  boolean started() {
    return started;
  }

  Set<Fault> ownFaults() {
    return health.ownFaults();
  }

  /** A link that is down carries no farewell; that it is down has been told already. */
  boolean linkIsDown() {
    return ownFaults().stream().anyMatch(Fault.LinkDown.class::isInstance);
  }

  Optional<SyncGroup> group() {
    return group;
  }

  AddressKeeper keeper() {
    return keeper;
  }

  /** The kernel has answered everything it was asked in its name. */
  boolean answered() {
    return keeper.answered() && links.answered();
  }

  /** Nothing more will come of it. */
  boolean quiet() {
    return links.answered() && reporter.quiet();
  }

  Reporter reporter() {
    return reporter;
  }

  Counters counters() {
    return counters;
  }

  Assessment assessment() {
    return health.assessment();
  }

  Priority priority() {
    return health.standing().priority();
  }

  Optional<IpAddress> primaryAddress() {
    return health.standing().primaryAddress();
  }

  Duration interval() {
    return config.parameters().advertisementInterval().toDuration();
  }

  /** The Active router it follows has a greater address than its own. */
  boolean followsGreaterAddress() {
    return state instanceof State.Backup backup
        && backup.heard().isPresent()
        && primaryAddress()
            .filter(own -> own.compareTo(backup.heard().get().address()) < 0)
            .isPresent();
  }

  Set<Fault> faults() {
    return health.faults();
  }

  @Override
  Moment deadline() {
    return Moment.earliest(timers(), vigil.deadline());
  }

  /** When it does something next, beside asking. */
  Moment timers() {
    return Moment.earliest(
        Moment.earliest(state.deadline(), links.deadline()),
        Moment.earliest(announcing.deadline(), keeper.deadline()));
  }

  @Override
  boolean urgent() {
    return state instanceof State.Backup backup && backup.deadline().equals(deadline());
  }

  @Override
  void tick(Moment now) {
    if (!now.isBefore(state.deadline())) {
      on(new Event.Tick(), now);
    }
    links.look(active(), now);
    announcing.tick(now);
    vigil.tick(now);
    announcing.returned(keeper.check(now), now);
    keeper.routing().check(now);
    answerLosses(now);
    around.deadlines().update(this);
  }

  private void answerLosses(Moment now) {
    losses
        .due()
        .ifPresent(remedy -> {
          if (remedy == Note.Remedy.FAULTED) {
            health.bereave();
            assess(now);
          } else {
            on(new Event.GivesWay(losses.policy() == LossPolicy.RESTORE), now);
          }
        });
  }

  /** One step, and all that follows from it. */
  void on(Event event, Moment now) {
    State before = state;
    Transition transition = StateMachine.step(health.standing(), state, event, now);
    state = transition.next();
    for (Effect effect : transition.effects()) {
      perform(effect, now);
    }
    if (!active()) {
      announcing.stop();
    }
    reporter.roleEntered(state, priority(), now);
    reporter.notifyRole();
    reporter.follows(before, state);
    vigil.moved(before, state, health.standing(), now);
    group.ifPresent(joined -> joined.moved(this));
    around.deadlines().update(this);
  }

  private void perform(Effect effect, Moment now) {
    switch (effect) {
      case Effect.SendAdvertisement(Priority priority) -> transmit(priority, now);
      case Effect.InstallAddresses() -> {
        reporter.roleEntered(state, priority(), now);
        keeper.install();
      }
      case Effect.RemoveAddresses() -> {
        reporter.roleEntered(state, priority(), now);
        keeper.remove();
      }
      case Effect.AnnounceAddresses() -> announcing.becameActive(now);
      case Effect.AnnounceAgainstRival() -> {
        announceAgainstRival(now);
        group.ifPresent(joined -> joined.announceAgainstRival(this, now));
        reporter.rivalHeard(priority());
      }
      case Observation.LowerPriorityDiscarded discarded -> {
        vigil.explained();
        reporter.observed(discarded, priority());
      }
      case Observation observation -> reporter.observed(observation, priority());
    }
  }

  private void transmit(Priority priority, Moment now) {
    reporter.transmit(
        new Advertisement(
            config.parameters().version(),
            config.parameters().vrid(),
            priority,
            config.parameters().advertisementInterval(),
            config.parameters().addresses()),
        sequences.next(around.clock().at(now)));
  }

  /** A losing claim was heard here or by another member of the sync group. */
  void announceAgainstRival(Moment now) {
    if (active()) {
      announcing.rivalHeard(now);
      around.deadlines().update(this);
    }
  }

  /** Its neighbours may believe something else by now. */
  void announceAgain(Moment now) {
    if (active()) {
      announcing.doubted(now);
      around.deadlines().update(this);
    }
  }

  /** One round of what an Active router sends when it becomes one; nothing from any other. */
  void announceOnce(Moment now) {
    if (active()) {
      announcing.once(now);
    }
  }

  /** Somebody else told the neighbours that {@code address} is its own. */
  void claimed(InterfaceName link, IpAddress address, MacAddress claimant, Moment now) {
    if (active()) {
      announcing.claimed(link, address, claimant, now);
      around.deadlines().update(this);
    }
  }

  /** Somebody else answers for an address. */
  void answered(Answerer answerer, Moment now) {
    if (vigil.answered(answerer, state, now)) {
      announcing.contested(now);
    }
    around.deadlines().update(this);
  }

  List<RouterSnapshot.Rival> rivals() {
    return vigil.rivals();
  }

  /** A datagram for its VRID; what passes section 7.1 becomes an event. */
  void hear(Input.Heard heard, Moment now) {
    hearing
        .receive(heard.datagram(), around.clock().at(now), state, primaryAddress())
        .ifPresent(event -> on(event, now));
  }

  /** Makes its own links; it may {@link #start} once that is {@link #answered}. */
  void prepare() {
    links.begin();
  }

  /** The first time it may take part. */
  void start(
      Set<InterfaceAddress.Key> inUse, Set<RoutingKey> routingInUse, Moment earliest, Moment now) {
    started = true;
    notBefore = earliest;
    boolean stays =
        config.parameters().startsAsActive() && faults().isEmpty() && !now.isBefore(earliest);
    if (!stays) {
      keeper.removeLeftovers(inUse, routingInUse);
    }
    reporter.starting(true);
    enter(now);
    reporter.starting(false);
  }

  /** The way back is the way in. */
  private void enter(Moment now) {
    Set<Fault> faults = faults();
    on(faults.isEmpty() ? new Event.Startup(notBefore) : new Event.Faulted(faults), now);
  }

  /** Looks at everything tracked again; in a sync group the group lets faults have their effect. */
  void assess(Moment now) {
    links.look(active(), now);
    Priority from = priority();
    boolean faultsChanged = look();
    if (!from.equals(priority())) {
      reporter.priorityChanged(started, from, priority());
      explain();
      on(new Event.PriorityChanged(from), now);
    }
    if (faultsChanged) {
      faultsChanged(now);
    }
  }

  private void explain() {
    if (started) {
      around
          .outbox()
          .tell(
              new Note.PriorityExplained(
                  name(),
                  Arithmetic.of(
                      priority(), config.parameters().priority(), assessment().contributions())));
    }
  }

  /** Takes in what is there now; true if the faults are others than before. */
  private boolean look() {
    Set<Fault> before = ownFaults();
    health.look(config, group, active() && links.bridges());
    boolean changed = !before.equals(ownFaults());
    if (started && changed) {
      reporter.fileFaults(before, ownFaults());
    }
    return changed;
  }

  private void faultsChanged(Moment now) {
    group.ifPresentOrElse(joined -> joined.moved(this), () -> settleFaults(now));
  }

  void shareFaults(Set<Fault> faults) {
    health.share(faults);
  }

  /** Lets the faults that are there now have their effect. */
  void settleFaults(Moment now) {
    Set<Fault> present = state instanceof State.Initialize(Set<Fault> faults) ? faults : Set.of();
    boolean waits = state instanceof State.Initialize;
    if (started && (!present.equals(faults()) || (waits && faults().isEmpty()))) {
      enter(now);
    }
  }

  void join(Optional<SyncGroup> joined) {
    group = joined;
    health.share(Set.of());
    reporter.queue(
        joined.map(SyncGroup::notices).orElseGet(() -> new NoticeQueue(around.outbox())));
  }

  /** Not what {@code fresh}, or a sync group joined or left, asks for. */
  boolean outdated(InstanceConfig fresh) {
    return health.bereft()
        || !config.equals(fresh)
        || health.standing().grouped() != group.isPresent();
  }

  /** First half of a reload. */
  void release(InstanceConfig fresh) {
    keeper.release(fresh);
  }

  /** Second half of a reload: the same state under other parameters. */
  void adopt(InstanceConfig fresh, Set<InterfaceAddress.Key> inUse, Moment now) {
    Standing before = health.standing();
    config = fresh;
    health.consoled();
    losses.use(fresh.upkeep().onLoss());
    sequences.use(fresh);
    hearing = new Hearing(fresh, counters, reporter, sequences);
    announcing.use(fresh, active(), now);
    vigil.use(fresh, active(), now);
    boolean faultsChanged = look();
    if (!before.priority().equals(priority())) {
      reporter.priorityChanged(started, before.priority(), priority());
      explain();
    }
    on(new Event.ParametersChanged(before), now);
    if (keeper.adopt(fresh, inUse)) {
      announcing.changed(now);
    }
    boolean leftGroup = before.grouped() && group.isEmpty();
    if (faultsChanged || leftGroup) {
      faultsChanged(now);
    }
  }

  /** Its end, and what is notified of it. */
  void stop(Optional<Output.Notice> farewell, Moment now) {
    reporter.leaving(farewell);
    if (started) {
      on(new Event.Shutdown(), now);
    }
    started = false;
    links.end();
    around.deadlines().remove(this);
  }

  void told(KernelEvent answer, Moment now) {
    switch (answer) {
      case KernelEvent.Refused refusal -> {
        keeper.refused(refusal);
        links.refused(refusal);
        reporter.refused(refusal);
      }
      case KernelEvent.RoutingRefused refusal -> {
        keeper.routing().refused(refusal);
        reporter.refused(refusal);
      }
      case KernelEvent.Completed(var request) when RoutingKeeper.concerns(request) -> {
        keeper.routing().completed(now);
        reporter.answered();
        around.deadlines().update(this);
      }
      case KernelEvent.Completed(var request) when LinkKeeper.concerns(request) -> {
        links.completed(request, now);
        answerLosses(now);
        if (started) {
          keeper.suspectLoss(now);
          assess(now);
          around.deadlines().update(this);
        }
      }
      case KernelEvent.Completed(KernelRequest.Announce _),
          KernelEvent.Completed(KernelRequest.Inquire _) -> {}
      case KernelEvent.Completed _ -> {
        announcing.returned(keeper.completed(now), now);
        reporter.answered();
        around.deadlines().update(this);
      }
      default -> {}
    }
  }

  /** A route or rule of this kind is gone. */
  void routingRemoved(RoutingKey key, Moment now) {
    keeper.routing().removed(key, now);
    around.deadlines().update(this);
  }

  /** A link came or went, and the kernel drops routes with it without a word. */
  void suspectRouting(Moment now) {
    keeper.routing().suspectLoss(now);
    around.deadlines().update(this);
  }

  void suspectLoss(Moment now) {
    keeper.suspectLoss(now);
    around.deadlines().update(this);
  }
}
