package dev.vrrpd.core.sim;

import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Hosts on a network in virtual time. Links of the same name are on the same segment. The same seed
 * and the same commands give the same history.
 */
final class VirtualLan {
  private final Happenings happenings = new Happenings();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Medium medium;
  private final Consumer<Node.Turn> witness;

  /** Everything that happens is told to {@code witness}. */
  VirtualLan(SplittableRandom random, Consumer<Node.Turn> witness) {
    this.medium = new Medium(happenings, random);
    this.witness = witness;
  }

  Node add(String name, LocalClock clock) {
    Node node = new Node(name, this, clock);
    nodes.put(name, node);
    return node;
  }

  /**
   * One more host with a good clock, the Nth with 10.9.0.N and fe80::9:N on eth0, 10.8.0.N and
   * fe80::8:N on eth1.
   */
  Node host(String name) {
    Node node = add(name, LocalClock.EXACT);
    connect(node, "eth0", 9);
    connect(node, "eth1", 8);
    return node;
  }

  private void connect(Node node, String name, int subnet) {
    InterfaceName link = new InterfaceName(name);
    int number = nodes.size();
    node.kernel().addLink(link);
    node.kernel().addAddress(link, IpAddress.of("10.%d.0.%d".formatted(subnet, number)), 24, 0);
    node.kernel().addAddress(link, IpAddress.of("fe80::%d:%d".formatted(subnet, number)), 64, 0);
  }

  Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no node " + name);
    }
    return node;
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  Medium medium() {
    return medium;
  }

  long now() {
    return happenings.now();
  }

  void at(long moment, Runnable what) {
    if (moment != Long.MAX_VALUE) {
      happenings.at(moment, what);
    }
  }

  void after(Duration delay, Runnable what) {
    happenings.after(delay, what);
  }

  void run(Duration time) {
    happenings.runUntil(now() + time.toNanos());
  }

  void happened(Node.Turn turn) {
    witness.accept(turn);
  }

  /** To everyone else on the segment for a group, to the one that has the address otherwise. */
  void carry(Node from, InterfaceName link, Datagram datagram) {
    if (!from.carries(link)) {
      return;
    }
    IpAddress destination = datagram.destination();
    boolean unicast = !destination.isMulticast();
    for (Node to : nodes.values()) {
      if (to != from
          && !medium.filters(from.name(), to.name())
          && (!unicast || to.kernel().has(link, destination))) {
        medium.carry(
            from.name(),
            to.name(),
            () -> {
              if (to.carries(link)) {
                to.input(new Input.Heard(link, unicast, datagram));
              }
            });
      }
    }
  }

  /** Every other host on the segment that has the address answers, its daemon alive or not. */
  void inquire(Node from, KernelRequest.Inquire inquiry) {
    InterfaceName link = inquiry.link();
    if (!from.carries(link)) {
      return;
    }
    for (Node to : nodes.values()) {
      if (to != from) {
        medium.carry(
            from.name(),
            to.name(),
            () -> {
              if (to.carries(link) && to.kernel().has(link, inquiry.address())) {
                medium.carry(to.name(), from.name(), () -> answer(from, to, inquiry));
              }
            });
      }
    }
  }

  private static void answer(Node from, Node to, KernelRequest.Inquire inquiry) {
    InterfaceName link = inquiry.link();
    if (from.carries(link)) {
      to.kernel()
          .view()
          .link(link)
          .flatMap(Link::mac)
          .ifPresent(mac -> from.input(new Input.AnswerHeard(link, inquiry.address(), mac)));
    }
  }
}
