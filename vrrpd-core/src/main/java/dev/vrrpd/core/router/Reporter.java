package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.protocol.ActiveRouter;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.Observation;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.track.Arithmetic;
import dev.vrrpd.core.track.Assessment;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.wire.Advertisement;
import java.util.Optional;
import java.util.Set;

/** What the world gets to see of one virtual router: advertisements, notes, notices, counters. */
final class Reporter {
  private final String name;
  private final Outbox outbox;
  private final Counters counters;
  private final Holdings holdings;
  private final Said said = new Said();
  private NoticeQueue notices;
  private Role role = Role.INITIALIZE;
  private Moment roleSince = Moment.ZERO;
  private boolean starting;
  private boolean begun;
  private boolean leaving;
  private Optional<Output.Notice> farewell = Optional.empty();
  private Optional<Output.Notify> pending = Optional.empty();
  private boolean lastSendFailed;
  private boolean earlierSendFailed;

  Reporter(String name, Outbox outbox, Counters counters, Holdings holdings) {
    this.name = name;
    this.outbox = outbox;
    this.counters = counters;
    this.holdings = holdings;
    this.notices = new NoticeQueue(outbox);
  }

  Role role() {
    return role;
  }

  Moment roleSince() {
    return roleSince;
  }

  /** Nothing is told of its health before it takes part. */
  void starting(boolean first) {
    starting = first;
    begun = true;
  }

  /** What comes next is the end, and this is what is notified of it. */
  void leaving(Optional<Output.Notice> notice) {
    leaving = true;
    farewell = notice;
  }

  /** From now on notices queue up here; those before it go now. */
  void queue(NoticeQueue queue) {
    if (queue != notices) {
      notices.flush();
      notices = queue;
    }
  }

  /** Waiting only for trackers counts as not yet begun, any other fault as FAULT. */
  static Role role(State state) {
    return switch (state) {
      case State.Active _ -> Role.ACTIVE;
      case State.Backup _ -> Role.BACKUP;
      case State.Initialize(Set<Fault> faults) ->
          faults.stream().allMatch(Fault::awaited) ? Role.INITIALIZE : Role.FAULT;
    };
  }

  /** Tells of a new role, once; its notice waits for {@link #notifyRole}. */
  void roleEntered(State state, Priority priority, Moment now) {
    Role to = leaving ? Role.STOPPED : role(state);
    if (to == role) {
      return;
    }
    Set<Fault> faults = state instanceof State.Initialize(Set<Fault> why) ? why : Set.of();
    outbox.tell(new Note.RoleEntered(name, role, to, starting, faults));
    if (to == Role.ACTIVE) {
      counters.add(Counter.BECAME_ACTIVE);
    }
    if (role == Role.ACTIVE) {
      counters.add(Counter.RELEASED_ACTIVE);
    }
    role = to;
    roleSince = now;
    said.forget();
    pending =
        notice(to)
            .map(notice -> new Output.Notify(Output.Subject.INSTANCE, name, notice, priority));
  }

  /** Notifies of the role entered, now that all requests of the transition are made. */
  void notifyRole() {
    if (pending.isPresent()) {
      notices.add(holdings, pending.get());
      pending = Optional.empty();
    }
  }

  private Optional<Output.Notice> notice(Role entered) {
    return switch (entered) {
      case ACTIVE -> Optional.of(Output.Notice.ACTIVE);
      case BACKUP -> Optional.of(Output.Notice.BACKUP);
      case FAULT -> Optional.of(Output.Notice.FAULT);
      case STOPPED -> farewell;
      case INITIALIZE -> Optional.empty();
    };
  }

  void rivalHeard(Priority priority) {
    notices.add(
        holdings,
        new Output.Notify(Output.Subject.INSTANCE, name, Output.Notice.RIVAL_HEARD, priority));
  }

  void transmit(Advertisement advertisement, long sequence) {
    outbox.add(new Output.Transmit(name, advertisement, sequence));
    counters.add(Counter.ADVERTISEMENTS_SENT);
    earlierSendFailed = lastSendFailed;
    lastSendFailed = false;
    if (advertisement.priority().equals(Priority.RESIGN)) {
      counters.add(Counter.RESIGNATIONS_SENT);
      outbox.tell(new Note.Resigned(name));
    }
  }

  /** Told once until an advertisement went through. */
  void sendFailed(Input.SendFailed failure) {
    if (!lastSendFailed && !earlierSendFailed) {
      outbox.tell(new Note.SendFailed(name, failure.errno(), failure.message()));
    }
    lastSendFailed = true;
  }

  void observed(Observation observation, Priority ours) {
    Note note = ObservationNotes.note(name, ours, observation);
    switch (observation) {
      case Observation.TwoOwners(IpAddress source) -> once("two owners", source, note);
      case Observation.IntervalZeroHeard(IpAddress source, var _) ->
          once("interval 0", source, note);
      default -> outbox.tell(note);
    }
  }

  /** Tells {@code note} unless the same was told of the same source since the last change. */
  void once(Object what, Object whom, Note note) {
    if (said.first(what, whom)) {
      outbox.tell(note);
    }
  }

  void follows(State before, State after) {
    if (!(after instanceof State.Backup(var _, var _, var _, Optional<ActiveRouter> heard))
        || heard.isEmpty()
        || follows(before, heard.get().address())) {
      return;
    }
    Optional<IpAddress> known =
        before instanceof State.Backup backup
            ? backup.heard().map(ActiveRouter::address)
            : Optional.empty();
    known.ifPresent(_ -> said.forget());
    outbox.tell(new Note.ActiveRouterChanged(name, known, heard.get().address()));
  }

  static boolean follows(State state, IpAddress source) {
    return state instanceof State.Backup backup
        && backup.heard().isPresent()
        && backup.heard().get().address().equals(source);
  }

  /** Files tell of their faults themselves. */
  void fileFaults(Set<Fault> before, Set<Fault> after) {
    if (!begun) {
      return;
    }
    for (Fault fault : after) {
      if (fault instanceof Fault.FileFault(String file) && !before.contains(fault)) {
        outbox.tell(new Note.FileFaultChanged(name, file, true));
      }
    }
    for (Fault fault : before) {
      if (fault instanceof Fault.FileFault(String file) && !after.contains(fault)) {
        outbox.tell(new Note.FileFaultChanged(name, file, false));
      }
    }
  }

  /** Another effective priority, and what it is made of. */
  void priorityChanged(Priority from, Priority base, Assessment to) {
    if (begun) {
      outbox.tell(new Note.EffectivePriorityChanged(name, from, to.priority()));
      outbox.tell(
          new Note.PriorityExplained(name, Arithmetic.of(to.priority(), base, to.contributions())));
    }
  }

  /** Tells what the kernel refused; what it has done, notices may have waited for. */
  void told(KernelEvent answer) {
    switch (answer) {
      case KernelEvent.Refused refusal -> refused(refusal);
      case KernelEvent.RoutingRefused refusal -> refused(refusal);
      case KernelEvent.Completed _ -> notices.drain();
      default -> {}
    }
  }

  private void refused(KernelEvent.Refused refusal) {
    record Refusal(Object address, int errno) {}
    once(
        new Refusal(refusal.address(), refusal.errno()),
        refusal.request().getClass(),
        new Note.KernelRefused(
            name,
            request(refusal.request()),
            refusal.address(),
            refusal.errno(),
            refusal.message()));
  }

  private void refused(KernelEvent.RoutingRefused refusal) {
    record Refusal(Object entry, int errno) {}
    boolean added = refusal.request() instanceof KernelRequest.AddRouting;
    once(
        new Refusal(refusal.entry(), refusal.errno()),
        added,
        new Note.RoutingRefused(name, added, refusal.entry(), refusal.errno(), refusal.message()));
  }

  private static String request(KernelRequest request) {
    return switch (request) {
      case KernelRequest.AddAddresses _ -> "add address";
      case KernelRequest.RemoveAddresses _ -> "remove address";
      case KernelRequest.AddRouting _ -> "add route";
      case KernelRequest.RemoveRouting _ -> "remove route";
      case KernelRequest.Announce _ -> "announce address";
      case KernelRequest.Inquire _ -> "inquire address";
      case KernelRequest.UseFilter _, KernelRequest.Conceal _ -> "packet filter";
      case KernelRequest.Reveal _ -> "remove packet filter";
      case KernelRequest.PromoteSecondaries _ -> "promote secondaries";
      case KernelRequest.MakeLink(var _, VirtualLink link) -> "make interface " + link.name();
      case KernelRequest.RemoveLink(var _, VirtualLink link) -> "remove interface " + link.name();
    };
  }

  /** Nothing waits to be notified. */
  boolean quiet() {
    return notices.isEmpty();
  }
}
