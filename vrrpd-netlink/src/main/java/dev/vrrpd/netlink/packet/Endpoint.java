package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;

/**
 * Where advertisements are heard: one socket serves all virtual routers with the same endpoint.
 *
 * @param linkIndex of the incarnation of {@code link} that is meant: a link that was deleted and
 *     made again is another endpoint
 * @param address the group to join (224.0.0.18, ff02::12 or {@code mcast_dst_ip}), or the local
 *     address that unicast peers send to
 */
public record Endpoint(InterfaceName link, int linkIndex, Transport transport, IpAddress address) {

  /** The number in the IP header. */
  public enum Transport {
    /** RFC 9568 section 5.1.1.4. */
    VRRP(112),
    /** Authentication header, {@code auth_type AH}. */
    AH(51);

    private final int protocol;

    Transport(int protocol) {
      this.protocol = protocol;
    }

    public int protocol() {
      return protocol;
    }
  }

  /** On every link: a unicast address that packets reach by whatever way. */
  public static Endpoint anywhere(Transport transport, IpAddress address) {
    return new Endpoint(InterfaceName.NONE, 0, transport, address);
  }

  public Family family() {
    return address.family();
  }

  public boolean multicast() {
    return address.isMulticast();
  }
}
