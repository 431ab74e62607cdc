package dev.vrrpd.surface;

import dev.vrrpd.core.protocol.Fault;

/** Why an instance is in FAULT, in words for people and for labels. */
public final class FaultWords {
  private FaultWords() {}

  public static String of(Fault fault) {
    return switch (fault) {
      case Fault.LinkDown(var link) -> link.value() + " is down";
      case Fault.LinkUp(var link) -> link.value() + " is up";
      case Fault.LinkAbsent(var link) -> link.value() + " is absent";
      case Fault.PeersAwaited() -> "names of unicast peers have not been looked up yet";
      case Fault.TakenAway() -> "somebody removed what is its own";
      case Fault.NoPeers() -> "there are no unicast peers";
      case Fault.NoPrimaryAddress(var link, var _) -> link.value() + " has no address";
      case Fault.ScriptFailed(var script) -> "script " + script + " fails";
      case Fault.SourceAbsent(var link, var source) -> source + " is not on " + link;
      case Fault.FileFault(var file) -> "tracked file " + file;
      case Fault.ProcessFault(var process) -> "too few or too many processes of " + process;
      case Fault.SessionDown(var session) -> "BFD session " + session + " is not up";
      case Fault.TrackerPending(var tracker) -> tracker + " has not been looked at yet";
      case Fault.ScriptPending(var script) -> "script " + script + " has no result yet";
      case Fault.GroupFault(var group) -> "group " + group + " has a fault";
    };
  }
}
