package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which links of its own an instance has, and what goes there instead of to the base.
 *
 * @param home {@code use_vmac}, {@code use_ipvlan}: where advertisements and addresses go
 * @param advertisesFromBase {@code vmac_xmit_base}: the advertisements do not
 * @param everyAddress {@code use_vmac_addr}: addresses on other interfaces too
 * @param others for addresses that do not go to {@code home}, one for each base
 */
public record Placement(
    Optional<VirtualLink> home,
    boolean advertisesFromBase,
    boolean everyAddress,
    List<VirtualLink> others) {
  /** Everything on the links that are there. */
  public static final Placement PLAIN = new Placement(Optional.empty(), false, false, List.of());

  public Placement {
    others = List.copyOf(others);
  }

  /** All of them, the one of the advertisements first. */
  public List<VirtualLink> links() {
    List<VirtualLink> all = new ArrayList<>();
    home.ifPresent(all::add);
    all.addAll(others);
    return all;
  }

  /** Whether an address of an instance on {@code link} goes to a link beside {@link #home}. */
  public boolean separate(InterfaceName link, VirtualAddress address) {
    InterfaceName base = address.device().orElse(link);
    return (home.isEmpty() || !base.equals(link))
        && (everyAddress || address.options().contains(VirtualAddress.Option.USE_VMAC));
  }

  /** The address with the device that it really goes to; none is the instance's own. */
  public VirtualAddress placed(InterfaceName link, VirtualAddress address) {
    InterfaceName base = address.device().orElse(link);
    if (home.isPresent() && base.equals(link)) {
      return address.on(Optional.empty());
    }
    return separate(link, address)
        ? address.on(other(base).map(VirtualLink::name).or(address::device))
        : address;
  }

  private Optional<VirtualLink> other(InterfaceName base) {
    return others.stream().filter(link -> link.base().equals(base)).findFirst();
  }
}
