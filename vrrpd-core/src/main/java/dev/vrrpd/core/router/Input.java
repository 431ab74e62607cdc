package dev.vrrpd.core.router;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Datagram;
import java.util.List;

/**
 * Everything that can happen to a {@link VrrpRouter}. Recorded, a list of these is a bug report.
 */
public sealed interface Input {

  /**
   * Time has come: some deadline may have passed. Too early is harmless, too late is still right.
   */
  record Tick() implements Input {}

  /** The first configuration, or another one: only what differs is touched. */
  record Reconfigure(DaemonConfig config) implements Input {}

  /** A datagram of protocol 112 on a link; {@code unicast} if it was not sent to a group. */
  record Heard(InterfaceName link, boolean unicast, Datagram datagram) implements Input {}

  /** The kernel told something, by itself or in answer to a request. */
  record KernelTold(KernelEvent event) implements Input {}

  /**
   * The wall clock has moved against moments, or was looked at for the first time.
   *
   * @param atZero what it showed at {@link Moment#ZERO}, had it always gone as it goes now
   */
  record ClockSet(WallTime atZero) implements Input {}

  /** A check script whose turn had to come runs now. */
  record ScriptStarted(String script) implements Input {}

  /** A check script ended, or could not be started. */
  record ScriptEnded(String script, ScriptOutcome outcome) implements Input {}

  /** What was to repair a check ended, or could not be started. */
  record RecoveryEnded(String check) implements Input {}

  /** A tracked file was read: the number it begins with. */
  record FileRead(String file, int number) implements Input {}

  /** So many of a tracked process run now. */
  record ProcessesCounted(String process, int count) implements Input {}

  /** A tracked BFD session is up, or not. */
  record SessionTold(String session, boolean up) implements Input {}

  /** The name of a unicast peer was looked up: its addresses, none if it has none. */
  record PeerResolved(String name, List<IpAddress> addresses) implements Input {}

  /** An advertisement could not be sent: errno(3) number and text. */
  record SendFailed(String instance, int errno, String message) implements Input {}

  /** Somebody else on the link told the neighbours that an address is its own: by ARP or NA. */
  record ClaimHeard(InterfaceName link, IpAddress address, MacAddress claimant) implements Input {}

  /** Somebody else on the link answers an inquiry: it has the address. */
  record AnswerHeard(InterfaceName link, IpAddress address, MacAddress neighbour)
      implements Input {}

  /** The operator wants the addresses of an Active router announced once more. */
  record Announce(String instance) implements Input {}

  /** The daemon goes: resign everywhere and take the addresses away. */
  record Stop() implements Input {}
}
