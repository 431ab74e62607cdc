package dev.vrrpd.core.router;

import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.group.GroupRule;
import dev.vrrpd.core.protocol.Event;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Multiple;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code vrrp_sync_group} at work: after every turn in which a member moved, all are of one mind
 * again. What that means is {@link GroupRule}'s; here it happens, first to the member that moved.
 */
final class SyncGroup {
  private final SyncGroupConfig config;
  private final List<VirtualRouter> members;
  private final Outbox outbox;
  private final Unsettled waiting;
  private NoticeQueue notices;
  private Role role = Role.INITIALIZE;
  private boolean unsettled;

  /** To be settled at the end of this turn. */
  private boolean waits;

  private Moment activated = Moment.ZERO;

  /** How often in a row it was driven out as soon as it was Active. */
  private int chases;

  private Optional<VirtualRouter> mover = Optional.empty();

  SyncGroup(SyncGroupConfig config, List<VirtualRouter> members, Surroundings around) {
    this.config = config;
    this.members = List.copyOf(members);
    this.outbox = around.outbox();
    this.waiting = around.unsettled();
    this.notices = new NoticeQueue(outbox);
  }

  SyncGroupConfig config() {
    return config;
  }

  NoticeQueue notices() {
    return notices;
  }

  Role role() {
    return role;
  }

  List<VirtualRouter> members() {
    return members;
  }

  /** A reload made this group anew: it is what it was. */
  void resume(Role before) {
    role = before;
  }

  boolean hasOwner() {
    return members.stream().anyMatch(member -> member.config().parameters().owner());
  }

  /** A member has made a step. */
  void moved(VirtualRouter member) {
    unsettled = true;
    mover = Optional.of(member);
    if (!waits) {
      waits = true;
      waiting.add(this);
    }
  }

  void announceAgainstRival(VirtualRouter hearer, Moment now) {
    for (VirtualRouter member : members) {
      if (member != hearer) {
        member.announce(told -> told.rivalHeard(now));
      }
    }
  }

  /** Gives each member the faults of the others. */
  void shareFaults() {
    if (members.stream().allMatch(member -> member.health().ownFaults().isEmpty())) {
      members.forEach(member -> member.health().share(Set.of()));
      return;
    }
    for (VirtualRouter member : members) {
      List<Set<Fault>> others = new ArrayList<>();
      for (VirtualRouter other : members) {
        if (other != member) {
          others.add(other.health().ownFaults());
        }
      }
      member.health().share(GroupRule.shared(config.name(), others));
    }
  }

  /** What the group will be at the start: announced before its members. */
  void announceStart() {
    boolean allStartActive =
        members.stream().allMatch(member -> member.config().parameters().startsAsActive());
    Set<Fault> faults = members.isEmpty() ? Set.of() : members.getFirst().health().faults();
    Role first = Reporter.role(new State.Initialize(faults));
    if (first == Role.FAULT) {
      enter(Role.FAULT);
    } else if (faults.isEmpty() && !allStartActive) {
      enter(Role.BACKUP);
    }
  }

  /** Makes all members be of one mind, now that one has moved. */
  void settle(Moment now) {
    while (unsettled) {
      unsettled = false;
      settleFaults(now);
      follow(now);
    }
    waits = false;
    enter(common());
  }

  private void settleFaults(Moment now) {
    shareFaults();
    List<VirtualRouter> order = moverFirst();
    boolean told = false;
    for (VirtualRouter member : order) {
      Role before = member.reporter().role();
      member.settleFaults(now);
      if (!told && before != Role.FAULT && member.reporter().role() == Role.FAULT) {
        told = true;
        outbox.tell(new Note.GroupSynced(config.name(), Role.FAULT));
      }
    }
  }

  private void follow(Moment now) {
    switch (GroupRule.verdict(members.stream().map(VirtualRouter::state).toList())) {
      case STAY -> {}
      case ACTIVATE -> activate(now);
      case YIELD -> {
        Event yields = new Event.GroupYields(patience(now));
        outbox.tell(new Note.GroupSynced(config.name(), Role.BACKUP));
        members.stream().filter(VirtualRouter::active).forEach(member -> member.on(yields, now));
      }
    }
  }

  /**
   * Groups with crossed priorities that become Active at the same moment drive each other out, and
   * would do so again and again: whoever has the lesser address waits an interval longer each time.
   */
  private Duration patience(Moment now) {
    boolean chased =
        mover.filter(member -> now.isBefore(activated.plus(interval(member)))).isPresent();
    boolean lesser = mover.filter(SyncGroup::followsGreaterAddress).isPresent();
    chases = !chased ? 0 : lesser ? chases + 1 : chases;
    return mover
        .filter(_ -> chased && lesser)
        .map(member -> Multiple.of(interval(member), chases))
        .orElse(Duration.ZERO);
  }

  /** The Active router that {@code member} follows has a greater address than its own. */
  private static boolean followsGreaterAddress(VirtualRouter member) {
    return member.state() instanceof State.Backup backup
        && backup.heard().isPresent()
        && member
            .health()
            .primaryAddress()
            .filter(own -> own.compareTo(backup.heard().get().address()) < 0)
            .isPresent();
  }

  private static Duration interval(VirtualRouter member) {
    return member.config().parameters().advertisementInterval().toDuration();
  }

  private void activate(Moment now) {
    activated = now;
    boolean told = false;
    for (VirtualRouter member : moverFirst()) {
      member.on(new Event.GroupActivates(), now);
      if (!told) {
        told = true;
        outbox.tell(new Note.GroupSynced(config.name(), Role.ACTIVE));
      }
    }
  }

  private List<VirtualRouter> moverFirst() {
    List<VirtualRouter> order = new ArrayList<>(members);
    mover.filter(order::remove).ifPresent(order::addFirst);
    return order;
  }

  /** The role of all; a group whose members wait for different things has none yet. */
  private Role common() {
    List<Role> roles = members.stream().map(member -> member.reporter().role()).distinct().toList();
    return roles.size() == 1 ? roles.getFirst() : Role.INITIALIZE;
  }

  /** The last that is notified of it. */
  void stop(NoticeQueue farewells) {
    notices = farewells;
    enter(Role.STOPPED);
  }

  private void enter(Role to) {
    if (to == role) {
      return;
    }
    role = to;
    notice(to)
        .ifPresent(notice ->
            notices.add(
                new Output.Notify(Output.Subject.GROUP, config.name(), notice, Priority.RESIGN)));
  }

  private static Optional<Output.Notice> notice(Role role) {
    return switch (role) {
      case ACTIVE -> Optional.of(Output.Notice.ACTIVE);
      case BACKUP -> Optional.of(Output.Notice.BACKUP);
      case FAULT -> Optional.of(Output.Notice.FAULT);
      case STOPPED -> Optional.of(Output.Notice.STOPPED);
      case INITIALIZE -> Optional.empty();
    };
  }
}
