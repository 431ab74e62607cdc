package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * Says a {@link Note} in keepalived's words, letter by letter where keepalived has a line for it,
 * so that whatever greps for {@code Entering MASTER STATE} goes on working. {@link Level#DEBUG} is
 * what keepalived shows with {@code -D} only. Pure: writes nothing, remembers nothing.
 */
public final class Narrator {
  private Narrator() {}

  /** How loud a note is; cheap, asked before the words are made. */
  public static Level level(Note note) {
    return switch (note) {
      case Note.ActiveDown _,
          Note.ActiveRouterChanged _,
          Note.Resigned _,
          Note.PriorityExplained _,
          Note.FileFaultChanged _,
          Note.AddressesSet _,
          Note.AddressesRemoved _,
          Note.RoutingSet _,
          Note.Announced _ ->
          Level.DEBUG;
      case Note.ResignationHeard heard when !heard.asActive() -> Level.DEBUG;
      case Note.PeerResolved found when found.addresses().isEmpty() -> Level.WARN;
      case Note.TwoOwners _,
          Note.Discarded _,
          Note.AddressListDiffers _,
          Note.ClocksApart _,
          Note.RanLate _,
          Note.UnknownVrid _,
          Note.KernelRefused _,
          Note.RoutingRefused _,
          Note.RoutingLost _,
          Note.LinkLost _,
          Note.StaticAddressRestored _,
          Note.SendFailed _,
          Note.IntervalZeroHeard _,
          Note.AddressKept _,
          Note.AddressClaimed _,
          Note.RivalAnswers _,
          Note.TakenOverAlive _,
          Note.DuplicateFound _,
          Note.AddressLost _ ->
          Level.WARN;
      default -> Level.INFO;
    };
  }

  /** The lines for a note, none if keepalived is silent about it. */
  public static List<String> lines(Note note) {
    return switch (note) {
      case Note.RoleEntered entered -> RoleLines.entered(entered);
      case Note.Announced announced -> announced(announced);
      case Note.RoutingSet set -> RoutingLines.set(set);
      case Note.AddressLost lost -> LossLines.address(lost);
      case Note.Reconfigured reconfigured -> reconfigured(reconfigured);
      default -> List.of(line(note));
    };
  }

  private static String line(Note note) {
    return switch (note) {
      case Note.RoleEntered _,
          Note.Announced _,
          Note.RoutingSet _,
          Note.AddressLost _,
          Note.Reconfigured _ ->
          throw new AssertionError("has lines of its own: " + note);
      case Note.ActiveDown n -> of(n.instance(), "Receive advertisement timeout");
      case Note.LowerPriorityDiscarded n ->
          of(
              n.instance(),
              "received lower priority (%s) advert from %s - discarding"
                  .formatted(n.heard(), n.source()));
      case Note.RivalHeard n ->
          of(
              n.instance(),
              "Received advert from %s with lower priority %s, ours %s%s"
                  .formatted(
                      n.source(),
                      n.heard(),
                      n.ours(),
                      n.answered() ? ", forcing new election" : ""));
      case Note.SuperiorHeard n ->
          of(
              n.instance(),
              "Master received advert from %s with higher priority %s, ours %s"
                  .formatted(n.source(), n.heard(), n.ours()));
      case Note.SuperiorAddressHeard n ->
          of(
              n.instance(),
              "Master received advert from %s with same priority %s but higher IP address than ours"
                  .formatted(n.source(), n.heard()));
      case Note.ResignationHeard n when n.asActive() ->
          of(n.instance(), "Master received priority 0 message");
      case Note.ResignationHeard n -> of(n.instance(), "Backup received priority 0 advertisement");
      case Note.TwoOwners n ->
          of(
              n.instance(),
              "CONFIGURATION ERROR: local instance and %s are both configured as address owner, please resolve"
                  .formatted(n.source()));
      case Note.ActiveRouterChanged n ->
          n.from().isPresent()
              ? of(n.instance(), "master changed from %s to %s".formatted(n.from().get(), n.to()))
              : of(n.instance(), "master set to %s".formatted(n.to()));
      case Note.IntervalLearned n ->
          of(
              n.instance(),
              "advertisement interval updated from %s to %s by master"
                  .formatted(milliseconds(n.from()), milliseconds(n.to())));
      case Note.IntervalRestored n ->
          of(
              n.instance(),
              "changing advert interval from %s to locally configured %s"
                  .formatted(milliseconds(n.from()), milliseconds(n.to())));
      case Note.IntervalZeroHeard n ->
          of(
              n.instance(),
              "advertisement interval 0 from %s ignored, keeping %s"
                  .formatted(n.source(), milliseconds(n.kept())));
      case Note.PreemptDelayStarted n ->
          of(n.instance(), "start preempt delay (%s)".formatted(seconds(n.delay())));
      case Note.Discarded n -> of(n.instance(), DiscardWords.of(n));
      case Note.AddressListDiffers n -> of(n.instance(), n.detail());
      case Note.OtherChecksumForm n ->
          of(
              n.instance(),
              "VRRPv3 checksum from %s covers another pseudo-header than ours; accepted"
                  .formatted(n.source()));
      case Note.RanLate n ->
          of(
              n.instance(),
              "timer expired: nothing sent for %s seconds, another router may have taken over"
                  .formatted(seconds(n.silence())));
      case Note.ClocksApart n ->
          of(
              n.instance(),
              "authentication clock skew %d sec from %s approaching window %d sec"
                  .formatted(n.skewSeconds(), n.source(), n.window().toSeconds()));
      case Note.UnknownVrid n ->
          "Received advert from %s on %s with unknown VRID %d"
              .formatted(n.source(), n.link(), n.vrid());
      case Note.Resigned n -> of(n.instance(), "sent 0 priority");
      case Note.AddressesSet n ->
          of(n.instance(), n.excluded() ? "setting E-VIPs." : "setting VIPs.");
      case Note.AddressesRemoved n ->
          of(n.instance(), n.excluded() ? "removing E-VIPs." : "removing VIPs.");
      case Note.AddressClaimed n ->
          of(
              n.instance(),
              "%s is claimed by %s on %s - announcing it again"
                  .formatted(n.address(), n.claimant(), n.link()));
      case Note.RivalAnswers n -> of(n.instance(), RivalLines.answers(n));
      case Note.RivalSilent n -> of(n.instance(), RivalLines.silent(n));
      case Note.TakenOverAlive n -> of(n.instance(), RivalLines.takenOver(n));
      case Note.DuplicateFound n ->
          of(
              n.instance(),
              "%s on %s is another host's too (dadfailed) - setting it anew"
                  .formatted(n.address(), n.link()));
      case Note.AddressKept n ->
          of(
              n.instance(),
              "%s is the only address of %s: it is neither removed nor added"
                  .formatted(n.address().addressText(), n.link()));
      case Note.GroupSynced n ->
          "VRRP_Group(%s) Syncing instances to %s state"
              .formatted(n.group(), KeepalivedNames.of(n.to()));
      case Note.PeerResolved n when n.addresses().isEmpty() ->
          "unicast peer %s has no address; its name is looked up again".formatted(n.name());
      case Note.PeerResolved n ->
          "unicast peer %s is %s"
              .formatted(
                  n.name(),
                  n.addresses().stream().map(Object::toString).collect(Collectors.joining(", ")));
      case Note.StartupDelayed n ->
          "Delaying startup for %s seconds".formatted(n.delay().toSeconds());
      case Note.EffectivePriorityChanged n ->
          of(n.instance(), "Changing effective priority from %s to %s".formatted(n.from(), n.to()));
      case Note.PriorityExplained n -> of(n.instance(), "priority " + n.arithmetic());
      case Note.ScriptReturns n -> "Script `%s` now returning %d".formatted(n.script(), n.status());
      case Note.ScriptSucceeded n -> "VRRP_Script(%s) succeeded".formatted(n.script());
      case Note.ScriptFailed n ->
          "VRRP_Script(%s) failed (%s)".formatted(n.script(), outcome(n.outcome()));
      case Note.ScriptRecovering n ->
          "VRRP_Script(%s) fails, running what repairs it (attempt %d)"
              .formatted(n.script(), n.attempt());
      case Note.ScriptTimedOut n -> "VRRP_Script(%s) timed_out".formatted(n.script());
      case Note.ScriptPresumedGood n ->
          "VRRP_Script(%s) considered successful on reload".formatted(n.script());
      case Note.ScriptStillRunning n ->
          "Track script %s is already running, expect idle - skipping run".formatted(n.script());
      case Note.FileFaultChanged n ->
          "(%s): tracked file %s %s FAULT state"
              .formatted(n.instance(), n.file(), n.fault() ? "now" : "leaving");
      case Note.ProcessQuorumChanged n ->
          "Process %s, number of current processes changed from %d to %d, quorum %s"
              .formatted(n.process(), n.from(), n.to(), n.good() ? "up" : "down");
      case Note.SessionChanged n ->
          "VRRP_Instance(%s) Tracked BFD instance %s is %s"
              .formatted(n.instance(), n.session(), n.up() ? "UP" : "DOWN");
      case Note.LinkReported n ->
          "Netlink reports %s %s".formatted(n.link(), n.operational() ? "up" : "down");
      case Note.Concealed n ->
          of(n.instance(), (n.on() ? "setting" : "removing") + " firewall drop rule");
      case Note.LinkMade n ->
          n.found()
              ? of(n.instance(), "Found matching interface " + n.link())
              : "(%s): Success creating VMAC interface %s".formatted(n.instance(), n.link());
      case Note.LinkUnmade n -> of(n.instance(), "Success removing VMAC interface " + n.link());
      case Note.LinkAdded n -> "Interface %s added".formatted(n.link());
      case Note.LinkDeleted n -> "Interface %s deleted".formatted(n.link());
      case Note.KernelRefused n ->
          of(
              n.instance(),
              "Netlink: error: %s(%d), %s%s"
                  .formatted(
                      n.message(),
                      n.errno(),
                      n.request(),
                      n.address().map(address -> " " + address).orElse("")));
      case Note.RoutingRefused n -> RoutingLines.refused(n);
      case Note.RoutingLost n -> LossLines.routing(n);
      case Note.LinkLost n -> LossLines.link(n);
      case Note.StaticAddressRestored n -> RoutingLines.restored(n);
      case Note.SendFailed n ->
          "(%s): send advert error %d (%s)".formatted(n.instance(), n.errno(), n.message());
    };
  }

  private static String outcome(ScriptOutcome outcome) {
    return switch (outcome) {
      case ScriptOutcome.Exited(int status) -> "exited with status " + status;
      case ScriptOutcome.Killed(int signal) -> "due to signal " + signal;
      case ScriptOutcome.Unsatisfied(String reason) -> reason;
      case ScriptOutcome.NotStarted(String reason) -> "not started: " + reason;
    };
  }

  private static List<String> announced(Note.Announced n) {
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < n.rounds(); round++) {
      for (VirtualAddress address : n.addresses()) {
        boolean ipv4 = address.address().family() == Family.IPV4;
        if (round == 0) {
          lines.add(
              of(
                  n.instance(),
                  "Sending/queueing %s on %s for %s"
                      .formatted(
                          ipv4 ? "gratuitous ARPs" : "Unsolicited Neighbour Adverts",
                          address.device().orElse(n.link()),
                          address.address())));
        }
        lines.add(
            "Sending %s on %s for %s"
                .formatted(
                    ipv4 ? "gratuitous ARP" : "unsolicited Neighbour Advert",
                    address.device().orElse(n.link()),
                    address.address()));
      }
    }
    return lines;
  }

  private static List<String> reconfigured(Note.Reconfigured n) {
    List<String> lines = new ArrayList<>();
    n.removed().forEach(name -> lines.add(of(name, "removed")));
    n.changed().forEach(name -> lines.add(of(name, "changed")));
    n.added().forEach(name -> lines.add(of(name, "added")));
    return lines;
  }

  static String of(String instance, String text) {
    return instance.isEmpty() ? text : "(" + instance + ") " + text;
  }

  private static String milliseconds(Centiseconds interval) {
    return interval.toDuration().toMillis() + "ms";
  }

  private static String seconds(Duration duration) {
    return "%d.%06d".formatted(duration.toSeconds(), duration.toNanosPart() / 1000);
  }
}
