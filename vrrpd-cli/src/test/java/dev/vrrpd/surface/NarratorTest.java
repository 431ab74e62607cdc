package dev.vrrpd.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** The lines of keepalived 2.2.7 and 2.4.3, letter by letter. */
class NarratorTest {
  private static final String VI = "VI_1";
  private static final InterfaceName ETH0 = new InterfaceName("eth0");
  private static final IpAddress A = IpAddress.of("10.9.0.3");

  @Test
  void statesAreEnteredInKeepalivedsWords() {
    says(entered(Role.INITIALIZE, Role.BACKUP, true), "(VI_1) Entering BACKUP STATE (init)");
    says(entered(Role.ACTIVE, Role.BACKUP, false), "(VI_1) Entering BACKUP STATE");
    says(entered(Role.BACKUP, Role.ACTIVE, false), "(VI_1) Entering MASTER STATE");
    says(entered(Role.BACKUP, Role.FAULT, false), "(VI_1) Entering FAULT STATE");
    says(entered(Role.ACTIVE, Role.STOPPED, false));
  }

  @Test
  void aFaultAtTheStartNamesItsCauses() {
    Set<Fault> faults = new LinkedHashSet<>();
    faults.add(new Fault.LinkDown(ETH0));
    faults.add(new Fault.NoPrimaryAddress(ETH0, Family.IPV4));
    says(
        new Note.RoleEntered(VI, Role.INITIALIZE, Role.FAULT, true, faults),
        "(VI_1): entering FAULT state (interface eth0 down)",
        "(VI_1): entering FAULT state (no IPv4 address for interface)",
        "(VI_1) entering FAULT state");
  }

  @Test
  void whoAnswersWithoutBeingHeardIsNamedWithWhatToLookAt() {
    MacAddress mac = new MacAddress(0x0200_0000_0009L);
    says(
        new Note.RivalAnswers(VI, ETH0, A, mac),
        "(VI_1) 10.9.0.3 on eth0 is answered by 02:00:00:00:00:09 too, whose advertisements do not"
            + " arrive here: another MASTER behind a filter (protocol 112, multicast, IGMP"
            + " snooping) or with another VRID, version or authentication, or a host where the"
            + " address was left");
    says(
        new Note.RivalSilent(VI, ETH0, A, mac),
        "(VI_1) 10.9.0.3 on eth0 is no longer answered by 02:00:00:00:00:09");
    says(
        new Note.TakenOverAlive(VI, ETH0, A, mac),
        "(VI_1) takes over although 10.9.0.3 on eth0 is still answered by 02:00:00:00:00:09: the"
            + " advertisements from there do not arrive here (filter, multicast, VRID, version,"
            + " authentication), or the daemon there is gone and has left the address");
  }

  @Test
  void whatIsHeardIsSaid() {
    says(
        new Note.LowerPriorityDiscarded(VI, new Priority(100), A),
        "(VI_1) received lower priority (100) advert from 10.9.0.3 - discarding");
    says(
        new Note.RivalHeard(VI, new Priority(50), A, new Priority(100), true),
        "(VI_1) Received advert from 10.9.0.3 with lower priority 50, ours 100, forcing new election");
    says(
        new Note.RivalHeard(VI, new Priority(50), A, new Priority(100), false),
        "(VI_1) Received advert from 10.9.0.3 with lower priority 50, ours 100");
    says(
        new Note.SuperiorHeard(VI, new Priority(120), A, new Priority(90)),
        "(VI_1) Master received advert from 10.9.0.3 with higher priority 120, ours 90");
    says(
        new Note.SuperiorAddressHeard(VI, new Priority(100), A),
        "(VI_1) Master received advert from 10.9.0.3 with same priority 100 but higher IP address"
            + " than ours");
    says(new Note.ResignationHeard(VI, true, A), "(VI_1) Master received priority 0 message");
    says(
        new Note.ResignationHeard(VI, false, A), "(VI_1) Backup received priority 0 advertisement");
    says(new Note.ActiveRouterChanged(VI, Optional.empty(), A), "(VI_1) master set to 10.9.0.3");
    says(
        new Note.ActiveRouterChanged(VI, Optional.of(A), IpAddress.of("10.9.0.4")),
        "(VI_1) master changed from 10.9.0.3 to 10.9.0.4");
  }

  @Test
  void timesAreWrittenAsKeepalivedDoes() {
    says(
        new Note.IntervalLearned(VI, new Centiseconds(100), new Centiseconds(300)),
        "(VI_1) advertisement interval updated from 1000ms to 3000ms by master");
    says(
        new Note.IntervalRestored(VI, new Centiseconds(300), new Centiseconds(100)),
        "(VI_1) changing advert interval from 3000ms to locally configured 1000ms");
    says(
        new Note.PreemptDelayStarted(VI, Duration.ofSeconds(3)),
        "(VI_1) start preempt delay (3.000000)");
    says(new Note.StartupDelayed(Duration.ofSeconds(2)), "Delaying startup for 2 seconds");
  }

  @Test
  void scriptsAreReported() {
    says(new Note.ScriptReturns("chk", 1), "Script `chk` now returning 1");
    says(new Note.ScriptSucceeded("chk"), "VRRP_Script(chk) succeeded");
    says(
        new Note.ScriptFailed("chk", new ScriptOutcome.Exited(1)),
        "VRRP_Script(chk) failed (exited with status 1)");
    says(
        new Note.ScriptFailed("chk", new ScriptOutcome.Killed(9)),
        "VRRP_Script(chk) failed (due to signal 9)");
    says(
        new Note.ScriptRecovering("chk", 1),
        "VRRP_Script(chk) fails, running what repairs it (attempt 1)");
    says(new Note.ScriptTimedOut("chk"), "VRRP_Script(chk) timed_out");
    says(
        new Note.ScriptStillRunning("chk"),
        "Track script chk is already running, expect idle - skipping run");
    says(
        new Note.EffectivePriorityChanged(VI, new Priority(150), new Priority(90)),
        "(VI_1) Changing effective priority from 150 to 90");
  }

  @Test
  void linksAndAddressesAreReported() {
    says(new Note.LinkReported(ETH0, false), "Netlink reports eth0 down");
    says(new Note.LinkAdded(ETH0), "Interface eth0 added");
    says(new Note.LinkDeleted(ETH0), "Interface eth0 deleted");
    says(
        new Note.AddressLost(
            VI,
            ETH0,
            new InterfaceAddress(2, IpAddress.of("10.9.0.81"), 32, 0, 0, 0),
            Note.Remedy.GAVE_WAY),
        "Netlink reflector reports IP 10.9.0.81 removed from eth0",
        "(VI_1) somebody removed address 10.9.0.81 from eth0, giving way");
    says(
        new Note.LinkLost(VI, new InterfaceName("vrrp.51"), Note.Remedy.FAULTED),
        "(VI_1) somebody removed interface vrrp.51, in FAULT until the next reload");
    says(
        new Note.SendFailed("V", 19, "No such device"),
        "(V): send advert error 19 (No such device)");
  }

  @Test
  void aGroupMovesInOneLine() {
    says(
        new Note.GroupSynced("VG_1", Role.ACTIVE),
        "VRRP_Group(VG_1) Syncing instances to MASTER state");
  }

  @Test
  void announcementsAreListedFrameByFrame() {
    Note note =
        new Note.Announced(
            VI,
            ETH0,
            List.of(VirtualAddress.of("10.9.0.101", 32), VirtualAddress.of("fd09::1", 128)),
            2);
    says(
        note,
        "(VI_1) Sending/queueing gratuitous ARPs on eth0 for 10.9.0.101",
        "Sending gratuitous ARP on eth0 for 10.9.0.101",
        "(VI_1) Sending/queueing Unsolicited Neighbour Adverts on eth0 for fd09::1",
        "Sending unsolicited Neighbour Advert on eth0 for fd09::1",
        "Sending gratuitous ARP on eth0 for 10.9.0.101",
        "Sending unsolicited Neighbour Advert on eth0 for fd09::1");
    assertThat(Narrator.level(note)).isEqualTo(Level.DEBUG);
  }

  @Test
  void onlyWithDetailDoesOneReadOfTimersAndAddresses() {
    detail(new Note.ActiveDown(VI), "(VI_1) Receive advertisement timeout");
    detail(
        new Note.ResignationHeard(VI, false, A), "(VI_1) Backup received priority 0 advertisement");
    detail(new Note.ActiveRouterChanged(VI, Optional.empty(), A), "(VI_1) master set to 10.9.0.3");
    detail(new Note.Resigned(VI), "(VI_1) sent 0 priority");
    detail(new Note.AddressesSet(VI, false), "(VI_1) setting VIPs.");
    detail(new Note.AddressesSet(VI, true), "(VI_1) setting E-VIPs.");
    detail(new Note.AddressesRemoved(VI, false), "(VI_1) removing VIPs.");
    detail(new Note.AddressesRemoved(VI, true), "(VI_1) removing E-VIPs.");
  }

  private static Note entered(Role from, Role to, boolean first) {
    return new Note.RoleEntered(VI, from, to, first, Set.of());
  }

  private static void says(Note note, String... lines) {
    assertThat(Narrator.lines(note)).containsExactly(lines);
  }

  private static void detail(Note note, String line) {
    says(note, line);
    assertThat(Narrator.level(note)).isEqualTo(Level.DEBUG);
  }
}
