package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import java.util.List;

/**
 * What a VRRP packet says. RFC 9568 section 5.2, RFC 3768 section 5.3.
 *
 * @param interval the sender's Adver_Int, in version 2 whole seconds; 0 is heard and never sent
 * @param addresses in the order of the packet, all of the family it travels in, at most {@value
 *     Advertisements#MOST_ADDRESSES}
 */
public record Advertisement(
    Version version,
    Vrid vrid,
    Priority priority,
    Centiseconds interval,
    List<IpAddress> addresses) {
  public Advertisement {
    addresses = List.copyOf(addresses);
  }
}
