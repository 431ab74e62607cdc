package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.protocol.Effect;
import dev.vrrpd.core.protocol.Event;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.Observation;
import dev.vrrpd.core.protocol.Standing;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.protocol.StateMachine;
import dev.vrrpd.core.protocol.Transition;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One VRID of one family on one link: its parameters, its state, and what follows from a step of
 * it. Turns effects into outputs in their order; decides nothing that {@link StateMachine} decides.
 */
final class VirtualRouter extends Timed {
  private final Surroundings around;
  private final Counters counters;
  private final Holdings holdings;
  private final Vigil vigil;
  private final Reporter reporter;
  private final Health health;
  private final Advertising advertising;
  private InstanceConfig config;
  private Optional<SyncGroup> group = Optional.empty();
  private State state = State.Initialize.HEALTHY;
  private boolean started;
  private Moment notBefore = Moment.ZERO;

  VirtualRouter(InstanceConfig config, Counters counters, Surroundings around) {
    this.config = config;
    this.counters = counters;
    this.around = around;
    this.holdings = new Holdings(config, around);
    this.vigil = new Vigil(config, around);
    this.reporter = new Reporter(config.name(), around.outbox(), counters, holdings);
    this.health = new Health(config, around, reporter);
    this.advertising = new Advertising(config, counters, around.clock(), reporter);
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

  Optional<SyncGroup> group() {
    return group;
  }

  Holdings holdings() {
    return holdings;
  }

  Health health() {
    return health;
  }

  /** Nothing more will come of it. */
  boolean quiet() {
    return holdings.answered() && reporter.quiet();
  }

  Reporter reporter() {
    return reporter;
  }

  Counters counters() {
    return counters;
  }

  Neighbours neighbours() {
    return advertising.neighbours();
  }

  @Override
  Moment deadline() {
    return Moment.earliest(timers(), vigil.deadline());
  }

  /** When it does something next, beside asking. */
  Moment timers() {
    return Moment.earliest(state.deadline(), holdings.deadline());
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
    holdings.tick(active(), now);
    vigil.tick(now);
    answerLosses(now);
    around.deadlines().update(this);
  }

  private void answerLosses(Moment now) {
    Optional<Note.Remedy> remedy = holdings.due();
    if (remedy.isEmpty()) {
      return;
    }
    if (remedy.get() == Note.Remedy.FAULTED) {
      health.bereave();
      assess(now);
    } else {
      on(new Event.GivesWay(holdings.restores()), now);
    }
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
      holdings.announcing().stop();
    }
    reporter.roleEntered(state, health.priority(), now);
    reporter.notifyRole();
    reporter.follows(before, state);
    vigil.moved(before, state, health.standing(), now);
    if (group.isPresent()) {
      group.get().moved(this);
    }
    around.deadlines().update(this);
  }

  private void perform(Effect effect, Moment now) {
    switch (effect) {
      case Effect.SendAdvertisement(Priority priority) -> advertising.say(priority, now);
      case Effect.InstallAddresses() -> {
        reporter.roleEntered(state, health.priority(), now);
        holdings.install();
      }
      case Effect.RemoveAddresses() -> {
        reporter.roleEntered(state, health.priority(), now);
        holdings.remove();
      }
      case Effect.AnnounceAddresses() -> holdings.announcing().becameActive(now);
      case Effect.AnnounceAgainstRival() -> {
        announce(told -> told.rivalHeard(now));
        group.ifPresent(joined -> joined.announceAgainstRival(this, now));
        reporter.rivalHeard(health.priority());
      }
      case Observation.LowerPriorityDiscarded discarded -> {
        vigil.explained();
        reporter.observed(discarded, health.priority());
      }
      case Observation observation -> reporter.observed(observation, health.priority());
    }
  }

  /** Lets it tell its neighbours something; only an Active router has anything to say. */
  void announce(Consumer<Announcing> telling) {
    if (active()) {
      telling.accept(holdings.announcing());
      around.deadlines().update(this);
    }
  }

  /** Somebody else answers for an address. */
  void answered(Answerer answerer, Moment now) {
    if (vigil.answered(answerer, state, now)) {
      holdings.announcing().contested(now);
    }
    refile();
  }

  List<RouterSnapshot.Rival> rivals() {
    return vigil.rivals();
  }

  /** A datagram for its VRID; what passes section 7.1 becomes an event. */
  void hear(Input.Heard heard, Moment now) {
    Optional<Event> event = advertising.hear(heard.datagram(), state, health.primaryAddress(), now);
    if (event.isPresent()) {
      on(event.get(), now);
    }
  }

  /** The first time it may take part: its own links are there, or refused. */
  void start(
      Set<InterfaceAddress.Key> inUse, Set<RoutingKey> routingInUse, Moment earliest, Moment now) {
    started = true;
    notBefore = earliest;
    boolean stays =
        config.parameters().startsAsActive()
            && health.faults().isEmpty()
            && !now.isBefore(earliest);
    if (!stays) {
      holdings.removeLeftovers(inUse, routingInUse);
    }
    reporter.starting(true);
    enter(now);
    reporter.starting(false);
  }

  /** The way back is the way in. */
  private void enter(Moment now) {
    Set<Fault> faults = health.faults();
    on(faults.isEmpty() ? new Event.Startup(notBefore) : new Event.Faulted(faults), now);
  }

  /** Looks at everything tracked again; in a sync group the group lets faults have their effect. */
  void assess(Moment now) {
    holdings.lookAtLinks(active(), now);
    Priority from = health.priority();
    boolean faultsChanged = look();
    if (!from.equals(health.priority())) {
      on(new Event.PriorityChanged(from), now);
    }
    if (faultsChanged) {
      faultsChanged(now);
    }
  }

  private boolean look() {
    return health.look(config, group, active() && holdings.linkReturns());
  }

  private void faultsChanged(Moment now) {
    group.ifPresentOrElse(joined -> joined.moved(this), () -> settleFaults(now));
  }

  /** Lets the faults that are there now have their effect. */
  void settleFaults(Moment now) {
    Set<Fault> present = state instanceof State.Initialize(Set<Fault> faults) ? faults : Set.of();
    boolean waits = state instanceof State.Initialize;
    if (started && (!present.equals(health.faults()) || (waits && health.faults().isEmpty()))) {
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

  /** Second half of a reload: the same state under other parameters. */
  void adopt(InstanceConfig fresh, Set<InterfaceAddress.Key> inUse, Moment now) {
    Standing before = health.standing();
    config = fresh;
    health.consoled();
    advertising.use(fresh);
    holdings.use(fresh, active(), now);
    vigil.use(fresh, active(), now);
    boolean faultsChanged = look();
    on(new Event.ParametersChanged(before), now);
    holdings.adopt(fresh, inUse, now);
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
    holdings.end();
    around.deadlines().remove(this);
  }

  /** The kernel answers what was asked in its name. */
  void told(KernelEvent answer, Moment now) {
    holdings.told(answer, now);
    reporter.told(answer);
    if (answer instanceof KernelEvent.Completed(var request) && LinkKeeper.concerns(request)) {
      linkAnswered(now);
    }
    refile();
  }

  private void linkAnswered(Moment now) {
    answerLosses(now);
    if (started) {
      holdings.suspectLoss(now);
      assess(now);
    }
  }

  /** Lets it look after what it holds, of which something may be gone. */
  void doubt(Consumer<Holdings> looking) {
    looking.accept(holdings);
    refile();
  }

  /** One that has not begun, or is gone, waits for nothing. */
  private void refile() {
    if (started) {
      around.deadlines().update(this);
    }
  }
}
