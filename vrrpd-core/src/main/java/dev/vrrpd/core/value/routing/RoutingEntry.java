package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import java.util.List;

/** A line of {@code virtual_routes}, {@code virtual_rules} or their static kin. */
public sealed interface RoutingEntry permits Route, RoutingRule {
  /** RTPROT_KEEPALIVED: the mark by which entries of a VRRP daemon are known. */
  int VRRP_DAEMON = 18;

  Family family();

  /** False for {@code no_track}: its links may be down, and nobody puts it back. */
  boolean tracked();

  /** RTPROT_* of rtnetlink(7). */
  int protocol();

  /** The links that it names. */
  List<InterfaceName> devices();

  RoutingKey key();

  /** As keepalived shows it in dumps and log lines. */
  String dumpText();
}
