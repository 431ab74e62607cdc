package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;

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

  /** There is nobody to send to; {@code unicast_fault_no_peer}. */
  record NoPeers() implements Fault {}

  /** A check script without weight has failed. */
  record ScriptFailed(String script) implements Fault {}

  /** A check script without weight has no result yet; not reported as a fault, only waited for. */
  record ScriptPending(String script) implements Fault {}

  /** The sync group of this name has a member with a fault. */
  record GroupFault(String group) implements Fault {}
}
