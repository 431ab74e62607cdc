package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import java.util.List;

/** What a VRRP packet says. RFC 9568 section 5.2, RFC 3768 section 5.3. */
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
