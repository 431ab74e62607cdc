package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;

/**
 * Why a virtual router has to stay in Initialize. keepalived says FAULT to an Initialize with one.
 */
public sealed interface Fault {
  /** The link is switched off or has no carrier. */
  record LinkDown(InterfaceName link) implements Fault {}

  /** A link tracked in reverse is operational. */
  record LinkUp(InterfaceName link) implements Fault {}

  /** There is no link of this name. */
  record LinkAbsent(InterfaceName link) implements Fault {}

  /** The link has no address to send advertisements from. */
  record NoPrimaryAddress(InterfaceName link, Family family) implements Fault {}

  /** There is nobody to send to: no peer, or names without an address. */
  record NoPeers() implements Fault {}

  /** All peers have names, and none of them has been looked up yet; only waited for. */
  record PeersAwaited() implements Fault {}

  /** The link does not have the address that advertisements shall come from. */
  record SourceAbsent(InterfaceName link, IpAddress source) implements Fault {}

  /** Somebody else removed something of the instance's own; {@code on_vip_loss fault}. */
  record TakenAway() implements Fault {}

  /** A check script without weight has failed. */
  record ScriptFailed(String script) implements Fault {}

  /** A check script without weight has no result yet; not reported as a fault, only waited for. */
  record ScriptPending(String script) implements Fault {}

  /** A tracked file without weight says anything but 0, or one with a weight says -254 or less. */
  record FileFault(String file) implements Fault {}

  /** Too few or too many of a tracked process run. */
  record ProcessFault(String process) implements Fault {}

  /** A tracked BFD session is not up, or one tracked in reverse is. */
  record SessionDown(String session) implements Fault {}

  /** A file or process without weight has not been looked at yet; only waited for. */
  record TrackerPending(String tracker) implements Fault {}

  /** Nothing is wrong yet: it is only waited for. */
  default boolean awaited() {
    return this instanceof ScriptPending
        || this instanceof TrackerPending
        || this instanceof PeersAwaited;
  }

  /** The sync group of this name has a member with a fault. */
  record GroupFault(String group) implements Fault {}
}
