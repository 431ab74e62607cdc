package dev.vrrpd.interop;

import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import java.util.List;

/**
 * FRR's vrrpd on a machine of the lab: VRID 5 in both families on eth0. FRR wants its virtual
 * addresses on macvlan interfaces that somebody else has made, and keeps them there whatever its
 * state is: who is Active shows in the capture alone.
 */
final class Frr {
  static final String VIRTUAL_IPV4 = "10.9.0.105";
  static final String VIRTUAL_LINK_LOCAL = "fe80::5:5";
  static final String VIRTUAL_IPV6 = "fd09::105";

  private static final String SOCKETS = "/run/frr";

  private final Node node;
  private Program vrrp;

  Frr(Node node) {
    this.node = node;
    node.exec("sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
    macvlan("vrrp4-5", "00:00:5e:00:01:05", VIRTUAL_IPV4 + "/24");
    macvlan("vrrp6-5", "00:00:5e:00:02:05", VIRTUAL_LINK_LOCAL + "/64", VIRTUAL_IPV6 + "/64");
    node.exec("install", "-d", "-o", "frr", "-g", "frr", SOCKETS);
    node.start("zebra", "/usr/lib/frr/zebra", "--log", "stdout").awaitLine("starting:");
  }

  private void macvlan(String name, String mac, String... addresses) {
    node.exec("ip", "link", "add", name, "link", "eth0", "type", "macvlan", "mode", "bridge");
    node.exec("sysctl", "-qw", "net.ipv6.conf." + name + ".addr_gen_mode=1");
    node.exec("ip", "link", "set", name, "address", mac);
    for (String address : addresses) {
      node.exec("ip", "addr", "add", address, "dev", name, "nodad");
    }
    node.exec("ip", "link", "set", name, "up");
  }

  /** Starts the daemon and takes part with this priority. */
  void start(int priority) {
    vrrp = node.start("frr-vrrpd", "/usr/lib/frr/vrrpd", "--log", "stdout");
    vrrp.awaitLine("starting:");
    configure(
        "vrrp 5 version 3",
        "vrrp 5 priority " + priority,
        "vrrp 5 advertisement-interval 200",
        "vrrp 5 ip " + VIRTUAL_IPV4,
        "vrrp 5 ipv6 " + VIRTUAL_LINK_LOCAL,
        "vrrp 5 ipv6 " + VIRTUAL_IPV6);
  }

  /** Leaves with a farewell. */
  void leave() {
    configure("no vrrp 5");
  }

  /** The daemon dies without one. */
  void crash() {
    vrrp.crash();
  }

  private void configure(String... lines) {
    String words = String.join("' -c '", List.of(lines));
    node.exec("sh", "-c", "vtysh -c 'conf t' -c 'interface eth0' -c '" + words + "'");
  }
}
