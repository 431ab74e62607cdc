package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.kernel.Link;
import java.util.Map;

/**
 * A link with what the daemon may have to change on it.
 *
 * @param alias IFLA_IFALIAS, or empty
 * @param macvlanMode IFLA_MACVLAN_MODE, or 0
 */
public record LinkState(
    Link link, Map<InterfaceOption, Integer> options, String alias, int macvlanMode) {
  /** MACVLAN_MODE_PRIVATE. */
  public static final int PRIVATE = 1;

  public LinkState {
    options = Map.copyOf(options);
  }

  public int option(InterfaceOption option) {
    return options.getOrDefault(option, 0);
  }
}
