package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.netlink.rtnetlink.InterfaceOption;
import dev.vrrpd.netlink.rtnetlink.LinkCommands;
import dev.vrrpd.netlink.rtnetlink.LinkState;
import java.util.Map;
import java.util.Optional;

/**
 * {@code net.ipv4.conf.LINK.promote_secondaries}. Any number but 0 means yes to the kernel; {@link
 * #OURS} says that it was 0 before, to this run and to one that comes after a kill. An operator's 1
 * is never touched.
 */
final class Promotion {
  static final int OURS = 2;

  private final LinkCommands commands;

  Promotion(LinkCommands commands) {
    this.commands = commands;
  }

  /** Nothing where there is no such link. */
  void set(InterfaceName name, boolean on) throws LinkCommands.Refused {
    Optional<LinkState> there = commands.find(name);
    int before = on ? 0 : OURS;
    if (there.filter(link -> option(link) == before).isPresent()) {
      commands.set(
          there.get().link().index(), Map.of(InterfaceOption.PROMOTE_SECONDARIES, on ? OURS : 0));
    }
  }

  private static int option(LinkState link) {
    return link.option(InterfaceOption.PROMOTE_SECONDARIES);
  }
}
