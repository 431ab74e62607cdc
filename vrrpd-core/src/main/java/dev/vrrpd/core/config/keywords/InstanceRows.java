package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.address;
import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.fallback;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.interfaceName;
import static dev.vrrpd.core.config.grammar.Arguments.number;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.keywords.InstanceDraft.ROUTER;

import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code vrrp_instance}: identity, transport and virtual MAC. */
final class InstanceRows {
  static final List<Directive<InstanceDraft>> ROWS =
      List.of(
          ROUTER
              .row("state", new StateWord(), InstanceDraft::state)
              .otherwise("MASTER with priority 255, else BACKUP")
              .rfc("6.4.1")
              .summary(
                  "The wish for the start. Only an owner (priority 255) is Active at once; others"
                      + " wait for a Master_Down_Interval. MASTER switches nopreempt and"
                      + " preempt_delay off."),
          ROUTER
              .row("interface", interfaceName(), (i, name) -> i.link = Optional.of(name))
              .otherwise("mandatory, but for unicast with unicast_src_ip")
              .summary(
                  "Where advertisements travel and addresses go that name no device. Unicast"
                      + " without it goes where the routes lead; addresses then name their dev,"
                      + " or go to default_interface."),
          ROUTER
              .row("vrf", interfaceName(), (i, name) -> i.vrf = Optional.of(name))
              .since("2.2.5")
              .summary(
                  "VRF device that unicast without interface is bound to, for sending and"
                      + " receiving. The kernel needs VRF devices (CONFIG_NET_VRF)."),
          ROUTER
              .row(
                  "virtual_router_id",
                  strictInteger(1, 255),
                  (i, id) -> i.vrid = OptionalInt.of(id))
              .otherwise("mandatory")
              .rfc("5.2.3")
              .summary("VRID, the same on all routers of a virtual router, unique on the link."),
          ROUTER
              .row(
                  "priority",
                  fallback(strictInteger(1, 255), 100),
                  (i, value) -> i.priority = OptionalInt.of(value))
              .byDefault("100")
              .rfc("6.1")
              .summary(
                  "The highest becomes Active. 255 owns the addresses; tracking moves others."),
          ROUTER
              .row("advert_int", seconds("0.01", "255"), (i, interval) -> i.interval = interval)
              .byDefault("1")
              .rfc("6.1")
              .summary(
                  "Time between advertisements. Version 2: whole seconds; version 3: steps of 10"
                      + " ms, up to 40.95 s.")
              .example("advert_int 0.5"),
          ROUTER
              .rowAt("version", integer(2, 3), (i, number, line) -> i.version(number, line))
              .otherwise("vrrp_version; IPv6: 3")
              .rfc("5.2.1")
              .summary("Protocol version."),
          ROUTER
              .row("native_ipv6", flag(), InstanceDraft::nativeIpv6)
              .deprecatedFor("version 3")
              .summary("An IPv6 instance of version 3."),
          ROUTER
              .rowAt(
                  "mcast_src_ip",
                  address(),
                  (i, source, line) -> {
                    if (i.admits(source, line)) {
                      i.multicastSource = Optional.of(source);
                    }
                  })
              .otherwise("the interface's first address; IPv6: link-local")
              .summary("Source of multicast advertisements."),
          ROUTER
              .rowAt(
                  "unicast_src_ip",
                  address(),
                  (i, source, line) -> {
                    if (i.admits(source, line)) {
                      i.unicastSource = Optional.of(source);
                    }
                  })
              .otherwise("the interface's first address; IPv6: link-local")
              .summary("Source of unicast advertisements."),
          ROUTER
              .row("track_src_ip", flag(), (i, _) -> i.tracksSource = true)
              .since("2.0.0")
              .summary("FAULT while the source address is not on the interface."),
          ROUTER
              .row(
                  "mcast_dst_ip",
                  address("ADDRESS", "multicast", "224.0.0.18", InstanceRows::isGroup),
                  (i, group) -> i.group = Optional.of(group))
              .since("2.2.5")
              .otherwise("vrrp_mcast_group4, vrrp_mcast_group6")
              .summary("Multicast group of this instance; unicast ignores it."),
          ROUTER
              .lines("unicast_peer", new PeerLine(), InstanceDraft::peer)
              .summary(
                  "Send to these routers instead of the multicast group. A name is looked up beside"
                      + " the advertisements, again every so many seconds (10), and stands for all"
                      + " its addresses; while it has none it is not spoken to."),
          ROUTER
              .row("unicast_fault_no_peer", flag(), (i, _) -> i.faultWithoutPeers = true)
              .since("2.2.5")
              .otherwise("off")
              .summary("FAULT instead of multicast when there is no peer."),
          ROUTER
              .row("check_unicast_src", flag(), (i, _) -> i.checkSource = true)
              .since("2.1.0")
              .otherwise("vrrp_check_unicast_src")
              .summary("Discard unicast advertisements of senders that are no peers."),
          ROUTER
              .row(
                  "unicast_ttl",
                  strictInteger(0, 255),
                  (i, ttl) -> i.unicastTtl = OptionalInt.of(ttl))
              .since("2.1.0")
              .otherwise("255; IPv6: the kernel's")
              .summary("TTL of unicast advertisements."),
          ROUTER
              .row(
                  "old_unicast_checksum",
                  optional(oneOf("never"), ""),
                  (i, word) -> i.oldUnicastChecksum = word.isEmpty())
              .otherwise("off")
              .summary(
                  "Send the checksum of very old keepalived releases for version 3 unicast; what is"
                      + " received may have it anyway."),
          ROUTER
              .row("v3_checksum_as_v2", bool(), (i, on) -> i.checksumAsVersion2 = Optional.of(on))
              .since("2.2.8")
              .otherwise("v3_checksum_as_v2 of global_defs")
              .rfc("5.2.8")
              .summary("Version 3 checksums over IPv4 leave the pseudo-header out."),
          ROUTER
              .checked("kernel_rx_buf_size", number(0, 4_294_967_295L))
              .since("2.0.3")
              .noEffect(Reasons.NO_BUFFERS)
              .summary("Share of the socket's receive buffer in bytes."),
          ROUTER
              .checked("lvs_sync_daemon_interface", interfaceName())
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("Interface of the connection synchronization."),
          ROUTER
              .checked("linkbeat_use_polling", flag())
              .deprecatedFor("linkbeat_interfaces")
              .noEffect(Reasons.NO_POLLING)
              .summary("Poll the carrier of this interface."),
          ROUTER
              .checked("debug", integer(0, 4))
              .byDefault("0")
              .noEffect("keepalived does nothing with it either")
              .summary("A debug level."),
          ROUTER
              .row("use_vmac", new VirtualMacWords(), (i, wish) -> i.virtualMac = Optional.of(wish))
              .otherwise("off")
              .rfc("7.3")
              .summary(
                  "Advertise from, and put addresses on, an interface with the virtual MAC. Link"
                      + " messages are always sent: netlink_notify_msg changes nothing."),
          ROUTER
              .row("use_vmac_addr", flag(), (i, _) -> i.everyAddressVirtual = true)
              .otherwise("off")
              .since("2.2.0")
              .summary("The same for addresses on other interfaces."),
          ROUTER
              .row("vmac_xmit_base", flag(), (i, _) -> i.advertisesFromBase = true)
              .otherwise("off; unicast: on")
              .summary("Advertise from the base interface of the virtual MAC interface."),
          ROUTER
              .row("use_ipvlan", new IpvlanWords(), (i, wish) -> i.ipvlan = Optional.of(wish))
              .otherwise("off")
              .since("2.0.17")
              .firstWinning()
              .summary("Use an ipvlan interface instead."),
          ROUTER
              .row("dont_track_primary", flag(), (i, _) -> i.trackPrimary = false)
              .otherwise("off")
              .summary("A failure of the instance's own interface is no fault."));

  private InstanceRows() {}

  private static boolean isGroup(IpAddress address) {
    return address.isMulticast()
        && (address.family() == Family.IPV4 || (address.octets()[1] & 0xf) == 2);
  }
}
