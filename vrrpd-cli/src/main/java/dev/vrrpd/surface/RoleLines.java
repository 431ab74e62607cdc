package dev.vrrpd.surface;

import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.value.Family;
import java.util.ArrayList;
import java.util.List;

/** What keepalived writes when an instance enters a state, and why it is in FAULT. */
final class RoleLines {
  private RoleLines() {}

  static List<String> entered(Note.RoleEntered n) {
    return switch (n.to()) {
      case BACKUP ->
          List.of(
              Narrator.of(
                  n.instance(),
                  n.first() ? "Entering BACKUP STATE (init)" : "Entering BACKUP STATE"));
      case ACTIVE -> List.of(Narrator.of(n.instance(), "Entering MASTER STATE"));
      case FAULT ->
          n.first() ? firstFault(n) : List.of(Narrator.of(n.instance(), "Entering FAULT STATE"));
      case INITIALIZE, STOPPED -> List.of();
    };
  }

  /**
   * At the start keepalived writes FAULT state in its own way, once for each cause and once more.
   */
  private static List<String> firstFault(Note.RoleEntered n) {
    List<String> lines = new ArrayList<>();
    n.faults().stream()
        .filter(cause -> !(cause instanceof Fault.SessionDown))
        .map(RoleLines::fault)
        .forEach(
            cause -> lines.add("(%s): entering FAULT state (%s)".formatted(n.instance(), cause)));
    lines.add(Narrator.of(n.instance(), "entering FAULT state"));
    return lines;
  }

  private static String fault(Fault fault) {
    return switch (fault) {
      case Fault.LinkDown(var link) -> "interface " + link + " down";
      case Fault.LinkUp(var link) -> "interface " + link + " up";
      case Fault.LinkAbsent(var link) -> "interface " + link + " doesn't exist";
      case Fault.PeersAwaited() -> "names of unicast peers have not been looked up yet";
      case Fault.TakenAway() -> "somebody removed what is its own";
      case Fault.NoPeers() -> "no unicast peers";
      case Fault.NoPrimaryAddress(var _, Family family) ->
          "no " + family + " address for interface";
      case Fault.SourceAbsent(var link, var source) ->
          "source address " + source + " is not on " + link;
      case Fault.ScriptFailed(String script) -> "script " + script + " failed";
      case Fault.ScriptPending(String script) -> "script " + script + " has not yet run";
      case Fault.FileFault(String file) -> "tracked file " + file;
      case Fault.ProcessFault(String process) ->
          "tracked process " + process + " quorum not achieved";
      case Fault.SessionDown(String session) -> "BFD session " + session + " down";
      case Fault.TrackerPending(String tracker) -> tracker + " has not been looked at yet";
      case Fault.GroupFault(String group) -> "sync group " + group + " in fault";
    };
  }
}
