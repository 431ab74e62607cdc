package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The links that the addresses of one request go to; each is looked for once. */
final class Links {
  private final KernelView view;
  private final InterfaceName home;
  private final Map<InterfaceName, Optional<Link>> known = new HashMap<>();

  /**
   * Of one request.
   *
   * @param home where an address without a device of its own goes
   */
  Links(KernelView view, InterfaceName home) {
    this.view = view;
    this.home = home;
  }

  Optional<Link> of(VirtualAddress address) {
    return known.computeIfAbsent(address.device().orElse(home), view::link);
  }
}
