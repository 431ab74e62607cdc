package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.rtnetlink.InterfaceOption;
import dev.vrrpd.netlink.rtnetlink.LinkCommands;
import dev.vrrpd.netlink.rtnetlink.LinkState;
import dev.vrrpd.netlink.rtnetlink.PacketFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links of our own: makes them, takes over those of a killed run, removes them. They answer for
 * their own addresses only and make none by themselves. Confined to the worker's thread.
 */
final class VirtualLinks implements AutoCloseable {
  private final LinkCommands commands = LinkCommands.open();
  private final PacketFilter filter = new PacketFilter();
  private final Promotion promotion = new Promotion(commands);
  private final ReversePath reversePath = new ReversePath();
  private final Bases bases = new Bases(commands, reversePath);

  /** The kernel's no. */
  record Refusal(int errno, String reason) {}

  /** The filter that this run is to have; a kernel without nf_tables says so when it is needed. */
  Optional<Refusal> use(FilterStyle style) {
    filter.use(style);
    return Optional.empty();
  }

  Optional<Refusal> conceal(List<PacketFilter.Place> places) {
    return filter.conceal(places).map(no -> new Refusal(no.errno(), no.reason()));
  }

  Optional<Refusal> reveal(List<PacketFilter.Place> places) {
    return filter.reveal(places).map(no -> new Refusal(no.errno(), no.reason()));
  }

  /** {@link Promotion}, as it shall be. */
  Optional<Refusal> promote(InterfaceName link, boolean on) {
    try {
      promotion.set(link, on);
      return Optional.empty();
    } catch (LinkCommands.Refused refused) {
      return Optional.of(new Refusal(refused.errno(), refused.getMessage()));
    }
  }

  /** Makes it, or puts right what is there. */
  Optional<Refusal> make(VirtualLink wanted) {
    try {
      LinkState base = commands.find(wanted.base()).orElse(null);
      if (base == null) {
        return Optional.of(new Refusal(Errno.ENODEV, Errno.message(Errno.ENODEV)));
      }
      if (!base.link().mac().isPresent() || base.link().loopback()) {
        return Optional.of(
            new Refusal(Errno.EINVAL, "%s is no Ethernet interface".formatted(wanted.base())));
      }
      LinkState made = standing(wanted, base);
      reversePath.recall(made.alias());
      bases.prepare(base, made);
      if (!reversePath.relax()) {
        return Optional.of(new Refusal(Errno.EPERM, ReversePath.OBSTACLE));
      }
      settle(made.link());
      Optional<PacketFilter.Refusal> loud = filter.silence(wanted.name());
      commands.setUp(made.link().index());
      return loud.map(no -> new Refusal(no.errno(), no.reason()));
    } catch (LinkCommands.Refused refused) {
      return Optional.of(new Refusal(refused.errno(), refused.getMessage()));
    }
  }

  private LinkState standing(VirtualLink wanted, LinkState base) throws LinkCommands.Refused {
    Optional<LinkState> there = commands.find(wanted.name());
    if (there.filter(state -> fits(state, wanted, base.link())).isPresent()) {
      return there.get();
    }
    if (there.filter(state -> state.link().kind().equals(wanted.type().kind())).isPresent()) {
      commands.remove(there.get().link().index());
    }
    commands.create(wanted, base.link().index());
    return commands
        .find(wanted.name())
        .orElseThrow(() -> new LinkCommands.Refused(Errno.ENODEV, "gone as soon as it was made"));
  }

  private static boolean fits(LinkState there, VirtualLink wanted, Link base) {
    boolean isolated =
        !(wanted.type() instanceof VirtualLink.PrivateMacvlan)
            || there.macvlanMode() == LinkState.PRIVATE;
    return isolated && there.link().is(wanted, base);
  }

  private void settle(Link made) throws LinkCommands.Refused {
    commands.set(
        made.index(),
        Map.of(
            InterfaceOption.ARP_IGNORE, 1,
            InterfaceOption.ARP_ANNOUNCE, 2,
            InterfaceOption.ACCEPT_LOCAL, 1,
            InterfaceOption.PROMOTE_SECONDARIES, 1,
            InterfaceOption.RP_FILTER, 0));
    if (Sysctl.hasIpv6(made.name())) {
      commands.generateNoAddresses(made.index());
      Sysctl.ipv6(made.name(), "accept_ra", "0");
      Sysctl.ipv6(made.name(), "autoconf", "0");
    }
  }

  /**
   * Removes it, if it is of the kind, after restoring the base when it carries no other: what was
   * there before stands on the link, and whoever is killed in between shall find it there.
   */
  Optional<Refusal> remove(VirtualLink unwanted) {
    Optional<LinkState> there =
        commands
            .find(unwanted.name())
            .filter(state -> state.link().kind().equals(unwanted.type().kind()));
    if (there.isEmpty()) {
      return Optional.empty();
    }
    try {
      reversePath.recall(there.get().alias());
      Optional<LinkState> base = commands.find(unwanted.base());
      if (base.isPresent()) {
        bases.restore(base.get().link(), there.get());
      }
      if (bases.none()) {
        reversePath.restore();
      }
      commands.remove(there.get().link().index());
      filter.forget(unwanted.name());
      return Optional.empty();
    } catch (LinkCommands.Refused refused) {
      return Optional.of(new Refusal(refused.errno(), refused.getMessage()));
    }
  }

  @Override
  public void close() {
    commands.close();
    filter.close();
  }
}
