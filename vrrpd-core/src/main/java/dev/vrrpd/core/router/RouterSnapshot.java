package dev.vrrpd.core.router;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.track.Arithmetic;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.Contribution;
import dev.vrrpd.core.track.ProcessTracker;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.DiscardReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An immutable picture of a {@link VrrpRouter}; may be read on any thread. */
public record RouterSnapshot(
    List<Instance> instances, List<Script> scripts, List<Group> groups, Trackers trackers) {

  /** Without trackers other than scripts. */
  public RouterSnapshot(List<Instance> instances, List<Script> scripts, List<Group> groups) {
    this(instances, scripts, groups, Trackers.NONE);
  }

  /**
   * One virtual router.
   *
   * @param primaryAddress source of its advertisements, if it has one
   * @param activeRouter address, priority and interval last heard from the Active router, as Backup
   * @param lastTransition when the role was entered
   * @param deadline when its next timer fires
   * @param addressesInstalled the kernel has confirmed the addresses
   * @param refusedAddresses wanted now, but the kernel said no
   * @param faults why the role is {@link Note.Role#FAULT}, or what it waits for
   * @param contributions what moves the priority away from the configured one, tracker by tracker
   * @param heard who else has spoken with its VRID
   * @param rivals as Active: who else answers for the addresses without being heard
   */
  public record Instance(
      InstanceConfig config,
      Note.Role role,
      Priority effectivePriority,
      Optional<IpAddress> primaryAddress,
      Optional<ActiveRouter> activeRouter,
      Moment lastTransition,
      Moment deadline,
      boolean addressesInstalled,
      List<VirtualAddress> refusedAddresses,
      Set<Fault> faults,
      List<Contribution> contributions,
      Map<Counter, Long> counters,
      Heard heard,
      List<Rival> rivals) {

    /** The same, counted otherwise. */
    public Instance withCounters(Map<Counter, Long> other) {
      return new Instance(
          config,
          role,
          effectivePriority,
          primaryAddress,
          activeRouter,
          lastTransition,
          deadline,
          addressesInstalled,
          refusedAddresses,
          faults,
          contributions,
          other,
          heard,
          rivals);
    }

    /** {@code 150 = 100 base +50 chk_haproxy}. */
    public String arithmetic() {
      return Arithmetic.of(effectivePriority, config.parameters().priority(), contributions);
    }
  }

  /** The Active router as a Backup knows it. */
  public record ActiveRouter(IpAddress address, Priority priority, Centiseconds interval) {}

  /** Who answers for an address of ours, and when it last did. */
  public record Rival(InterfaceName link, IpAddress address, MacAddress mac, Moment lastAnswer) {}

  /**
   * What came from other routers since the start.
   *
   * @param senders of advertisements that were believed, who spoke last at the end; the last few
   * @param discards of what was not, one for each reason
   */
  public record Heard(List<Sender> senders, List<Discard> discards) {
    public static final Heard NOTHING = new Heard(List.of(), List.of());
  }

  /** Somebody who sends advertisements; priority 0 when the last one was a farewell. */
  public record Sender(IpAddress address, Priority priority, Moment at) {}

  /**
   * The last datagram refused for a reason.
   *
   * @param count of all that were refused for it
   * @param detail what exactly was wrong; may be empty
   */
  public record Discard(
      DiscardReason reason, long count, IpAddress source, String detail, Moment at) {}

  /**
   * One check script.
   *
   * @param position on the rise/fall counter, 0 (fully down) to rise + fall - 1 (fully up)
   * @param known it has had a result
   */
  public record Script(
      ScriptConfig config, boolean known, boolean up, int position, boolean running) {}

  /** What is tracked beside scripts. */
  public record Trackers(
      List<TrackedLink> links,
      List<TrackedFile> files,
      List<ProcessTracker> processes,
      List<Session> sessions) {
    public static final Trackers NONE = new Trackers(List.of(), List.of(), List.of(), List.of());
  }

  /** A link that somebody tracks. */
  public record TrackedLink(InterfaceName name, Condition condition) {}

  /** A tracked file and the number last read from it; 0 before. */
  public record TrackedFile(FileConfig config, int number) {}

  /** A tracked BFD session. */
  public record Session(BfdConfig config, Condition condition) {}

  /**
   * One sync group.
   *
   * @param role of all its members, {@link Note.Role#FAULT} if one of them has a fault
   * @param tracked by all of its members
   */
  public record Group(String name, List<String> members, Note.Role role, TrackedObjects tracked) {}
}
