package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.wire.DiscardReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something an operator may want to read: the one source of log lines and transcripts. */
public sealed interface Note {

  /** What a virtual router is, seen from outside. */
  enum Role {
    INITIALIZE,
    BACKUP,
    ACTIVE,
    /** Initialize with a fault. */
    FAULT,
    /** Initialize on the way out. */
    STOPPED
  }

  /**
   * A state was entered.
   *
   * @param first it is the first one after the start
   * @param faults why, when {@code to} is {@link Role#FAULT}
   */
  record RoleEntered(String instance, Role from, Role to, boolean first, Set<Fault> faults)
      implements Note {}

  /** The Active_Down_Timer fired. */
  record ActiveDown(String instance) implements Note {}

  /** As Backup: a losing advertisement was not taken as a sign of life. */
  record LowerPriorityDiscarded(String instance, Priority heard, IpAddress source)
      implements Note {}

  /** As Active: somebody with a losing claim advertises; {@code answered}: at once. */
  record RivalHeard(
      String instance, Priority heard, IpAddress source, Priority ours, boolean answered)
      implements Note {}

  /** As Active: somebody with a winning claim advertises. */
  record SuperiorHeard(String instance, Priority heard, IpAddress source, Priority ours)
      implements Note {}

  /** As Active: same priority, but the other's address is greater. */
  record SuperiorAddressHeard(String instance, Priority heard, IpAddress source) implements Note {}

  /** Priority 0 was heard. */
  record ResignationHeard(String instance, boolean asActive, IpAddress source) implements Note {}

  /** Two owners: both say 255. */
  record TwoOwners(String instance, IpAddress source) implements Note {}

  /** The first accepted advertisement, or one from another router than before. */
  record ActiveRouterChanged(String instance, Optional<IpAddress> from, IpAddress to)
      implements Note {}

  /** v3: the Active router's interval is not the one we knew. */
  record IntervalLearned(String instance, Centiseconds from, Centiseconds to) implements Note {}

  /** v3: as Active our own interval counts again. */
  record IntervalRestored(String instance, Centiseconds from, Centiseconds to) implements Note {}

  /** v3: an interval of 0 cannot be meant; {@code kept} goes on counting. */
  record IntervalZeroHeard(String instance, IpAddress source, Centiseconds kept) implements Note {}

  /** A worse router is Active, and is left to be for so long; {@code preempt_delay}. */
  record PreemptDelayStarted(String instance, Duration delay) implements Note {}

  /** A datagram was refused. {@code detail} completes the reason's phrase: numbers, an address. */
  record Discarded(String instance, DiscardReason reason, IpAddress source, String detail)
      implements Note {}

  /** Signed and accepted, but the sender's clock is half of {@code window} away or more. */
  record ClocksApart(String instance, IpAddress source, int skewSeconds, Duration window)
      implements Note {}

  /** Accepted although its checksum covers something else than ours; {@code v3_checksum_as_v2}. */
  record OtherChecksumForm(String instance, IpAddress source) implements Note {}

  /** As Active we slept so long that another may have taken over; {@code timer_expired_backup}. */
  record RanLate(String instance, Duration silence) implements Note {}

  /** Accepted although its addresses are not ours. */
  record AddressListDiffers(String instance, IpAddress source, String detail) implements Note {}

  /** {@code log_unknown_vrids}. */
  record UnknownVrid(InterfaceName link, int vrid, IpAddress source) implements Note {}

  record Resigned(String instance) implements Note {}

  record AddressesSet(String instance, boolean excluded) implements Note {}

  record AddressesRemoved(String instance, boolean excluded) implements Note {}

  /** Routes and rules were asked for, or are asked to go; {@code instance} empty: static ones. */
  record RoutingSet(String instance, boolean set, List<RoutingEntry> entries) implements Note {}

  /** What follows when somebody else removes something of ours; {@code on_vip_loss}. */
  enum Remedy {
    RESTORED,
    /** Restored later. */
    WAITS,
    GAVE_WAY,
    FAULTED
  }

  /** A route or rule of ours was removed by somebody else. */
  record RoutingLost(String instance, RoutingEntry entry, Remedy remedy) implements Note {}

  /** A link of an instance's own was removed or changed by somebody else. */
  record LinkLost(String instance, InterfaceName link, Remedy remedy) implements Note {}

  /** A static address was not there, and is put back. */
  record StaticAddressRestored(VirtualAddress address) implements Note {}

  /** The kernel refused a route or rule; errno(3) number and text. */
  record RoutingRefused(
      String instance, boolean added, RoutingEntry entry, int errno, String message)
      implements Note {}

  /** The neighbours are told of {@code addresses}, so many times of each. */
  record Announced(String instance, InterfaceName link, List<VirtualAddress> addresses, int rounds)
      implements Note {}

  /**
   * An address of the instance is the only one of its link and was there before us: it is taken for
   * the owner's own, and neither removed nor added.
   */
  record AddressKept(String instance, InterfaceName link, VirtualAddress address) implements Note {}

  /** The kernel found that another host has one of our addresses; it is set anew. */
  record DuplicateFound(String instance, InterfaceName link, IpAddress address) implements Note {}

  /** Another host told the neighbours that an address is its own; they are told otherwise. */
  record AddressClaimed(String instance, InterfaceName link, IpAddress address, MacAddress claimant)
      implements Note {}

  /**
   * As Active: somebody else answers for an address, again and again, and is not heard: another
   * Active router, or a host where the address was left.
   */
  record RivalAnswers(String instance, InterfaceName link, IpAddress address, MacAddress rival)
      implements Note {}

  /** It does not answer any more. */
  record RivalSilent(String instance, InterfaceName link, IpAddress address, MacAddress rival)
      implements Note {}

  /** Took over from an Active router that was not heard any more, but answers for an address. */
  record TakenOverAlive(String instance, InterfaceName link, IpAddress address, MacAddress answerer)
      implements Note {}

  /** All members of a sync group follow the one that moved. */
  record GroupSynced(String group, Role to) implements Note {}

  /** The name of a unicast peer stands for these addresses now, or for none. */
  record PeerResolved(String name, List<IpAddress> addresses) implements Note {}

  /** {@code vrrp_startup_delay}: nobody becomes Active before it is over. */
  record StartupDelayed(Duration delay) implements Note {}

  record EffectivePriorityChanged(String instance, Priority from, Priority to) implements Note {}

  /** What the effective priority is made of now: {@code 150 = 100 base +50 chk_haproxy}. */
  record PriorityExplained(String instance, String arithmetic) implements Note {}

  /** The exit status of a script changed, whether or not that decides anything yet. */
  record ScriptReturns(String script, int status) implements Note {}

  record ScriptSucceeded(String script) implements Note {}

  record ScriptFailed(String script, ScriptOutcome outcome) implements Note {}

  /** A check fails, and what repairs it is run before that counts. */
  record ScriptRecovering(String script, int attempt) implements Note {}

  record ScriptTimedOut(String script) implements Note {}

  /** Came with a reload and counts as successful until its first result. */
  record ScriptPresumedGood(String script) implements Note {}

  record ScriptStillRunning(String script) implements Note {}

  /** What a tracked file says became, or is no longer, a fault of the instance. */
  record FileFaultChanged(String instance, String file, boolean fault) implements Note {}

  /** The number of a tracked process became, or is no longer, what it should be. */
  record ProcessQuorumChanged(String process, int from, int to, boolean good) implements Note {}

  /** A BFD session that the instance tracks came up or went down. */
  record SessionChanged(String instance, String session, boolean up) implements Note {}

  record LinkReported(InterfaceName link, boolean operational) implements Note {}

  /** {@code no_accept}: packets to the addresses are dropped from now on, or no longer. */
  record Concealed(String instance, boolean on) implements Note {}

  /** A link of an instance's own is there; {@code found}: it was, since a killed run. */
  record LinkMade(String instance, InterfaceName link, boolean found) implements Note {}

  record LinkUnmade(String instance, InterfaceName link) implements Note {}

  record LinkAdded(InterfaceName link) implements Note {}

  record LinkDeleted(InterfaceName link) implements Note {}

  /** One of our addresses was taken off its link by somebody else. */
  record AddressLost(String instance, InterfaceName link, InterfaceAddress address, Remedy remedy)
      implements Note {}

  /** The kernel refused something; errno(3) number and text. */
  record KernelRefused(
      String instance, String request, Optional<VirtualAddress> address, int errno, String message)
      implements Note {}

  /** An advertisement could not be sent. Told once until one is sent again. */
  record SendFailed(String instance, int errno, String message) implements Note {}

  /** A reload is through: what it changed. */
  record Reconfigured(List<String> added, List<String> removed, List<String> changed)
      implements Note {}
}
