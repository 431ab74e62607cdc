package dev.vrrpd.realworld;

import java.util.Optional;

/**
 * A configuration whose traces in the kernel are laid side by side.
 *
 * @param outside what stands beside the instance
 * @param inside what the instance has beside its interface, VRID and interval
 * @param difference why vrrpd's are not keepalived's; empty: they are
 */
record KernelCase(String title, String outside, String inside, Optional<String> difference) {
  private static KernelCase same(String title, String inside) {
    return new KernelCase(title, "", inside, Optional.empty());
  }

  static KernelCase[] all() {
    return new KernelCase[] {
      same(
          "IPv4 addresses", "virtual_ipaddress {\n  10.9.0.100\n  10.9.0.101/24\n  10.8.0.1/16\n}"),
      same(
          "Label, broadcast, scope and device",
          """
          virtual_ipaddress {
            10.9.0.100/24 brd 10.9.0.255 label eth0:vip
            10.7.0.1/24 brd + scope link
            10.6.0.1/24 brd - scope 200
            10.5.0.1/32 dev lo scope host
          }\
          """),
      same("A point-to-point address", "virtual_ipaddress {\n  10.9.0.100 peer 10.79.0.88\n}"),
      same("IPv6 addresses", "virtual_ipaddress {\n  fe80::9:100\n  fd09::100\n  fd09::101/64\n}"),
      same(
          "Options of IPv6 addresses",
          """
          virtual_ipaddress {
            fe80::9:100/64
            fd09::102/64 home
            fd09:1::103/64 noprefixroute
            fd09:2::104/64 mngtmpaddr
            fd09::105/128 preferred_lft forever
            fd09::106/64 preferred_lft 0
          }\
          """),
      same(
          "Excluded addresses of both families",
          "virtual_ipaddress {\n  10.9.0.100/24\n}\n"
              + "virtual_ipaddress_excluded {\n  10.8.0.1/24\n  fd08::1/64\n}"),
      same(
          "Routes",
          """
          virtual_ipaddress {
            10.9.0.100/24
          }
          virtual_routes {
            10.50.0.0/24 via 10.9.0.9 dev eth0
            blackhole 10.51.0.0/24
            10.52.0.0/24 dev eth0 src 10.9.0.100 metric 5 table 100 mtu lock 1400
            10.53.0.0/24 nexthop via 10.9.0.8 dev eth0 weight 2 nexthop via 10.9.0.9 dev eth0 weight 3
          }\
          """),
      same(
          "IPv6 routes",
          """
          virtual_ipaddress {
            fe80::9:100/64
            fd09::100/64
          }
          virtual_routes {
            fd50::/64 via fd09::9 dev eth0 metric 33
            fd51::/64 dev eth0
            unreachable fd52::/64
          }\
          """),
      same(
          "Rules",
          """
          virtual_ipaddress {
            10.9.0.100/24
          }
          virtual_rules {
            from 10.50.0.0/24 table 100 priority 200
            to 10.51.0.0/24 fwmark 5/7 blackhole priority 201
            iif eth0 tos 0x10 table 101 priority 203
            from fd00::/64 table 100 priority 213
          }\
          """),
      new KernelCase(
          "Static addresses, routes and rules",
          """
          static_ipaddress {
            10.5.0.1/24 dev eth0
          }
          static_routes {
            10.60.0.0/24 via 10.9.0.9 dev eth0
          }
          static_rules {
            from 10.61.0.0/24 table 50 priority 77
          }
          """,
          "virtual_ipaddress {\n  10.9.0.100/24\n}",
          Optional.empty()),
      new KernelCase(
          "A virtual MAC address, IPv4",
          "",
          "use_vmac\nvirtual_ipaddress {\n  10.9.0.100/24\n}",
          Optional.of(
              "One table for both families, named after the daemon; MLD is kept off the interface"
                  + " as IGMP is.")),
      new KernelCase(
          "A virtual MAC address, IPv6",
          "",
          "use_vmac\nvirtual_ipaddress {\n  fe80::9:100/64\n  fd09::100/64\n}",
          Optional.of(
              "The link-local address of the base is not copied to the interface: advertisements"
                  + " come from the base's own. One table for both families.")),
      new KernelCase(
          "Packets to the addresses are dropped",
          "",
          "no_accept\nvirtual_ipaddress {\n  10.9.0.100/24\n}",
          Optional.of(
              "One table for both families, removed with the last address in it; neighbour discovery"
                  + " passes.")),
    };
  }

  String configuration() {
    return outside
        + """
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          version 3
          priority 150
          advert_int 0.1
        %s
        }
        """
            .formatted(inside.indent(2).stripTrailing());
  }
}
