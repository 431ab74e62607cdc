package dev.vrrpd.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelViewTest {
  private static final InterfaceAddress FIRST = address(2, "192.0.2.1");
  private static final InterfaceAddress SECOND = address(2, "192.0.2.2");
  private static final InterfaceAddress OTHER = address(3, "198.51.100.1");

  private final KernelView view =
      new KernelView(List.of(link(2, "eth0"), link(3, "eth1")), List.of(FIRST, OTHER, SECOND));

  private static Link link(int index, String name) {
    return new Link(
        index,
        new InterfaceName(name),
        true,
        true,
        true,
        false,
        Optional.of(new MacAddress(index)),
        1500,
        OptionalInt.empty(),
        "");
  }

  private static InterfaceAddress address(int link, String literal) {
    return new InterfaceAddress(link, IpAddress.of(literal), 24, 0, 0x80, 0);
  }

  private Optional<Integer> index(String name) {
    return view.link(new InterfaceName(name)).map(Link::index);
  }

  @Test
  void addressesAreInTheKernelsOrderLinkByLink() {
    assertThat(view.addresses(2)).containsExactly(FIRST, SECOND);
    assertThat(view.addresses(3)).containsExactly(OTHER);
    assertThat(view.addresses(4)).isEmpty();
    assertThat(view.addressCount()).isEqualTo(3);
  }

  @Test
  void theFirstThatIsNotVirtualIsThePrimaryAddress() {
    assertThat(view.primaryAddress(2, Family.IPV4, Set.of())).contains(FIRST.address());
    assertThat(view.primaryAddress(2, Family.IPV4, Set.of(FIRST.address())))
        .contains(SECOND.address());
    assertThat(view.primaryAddress(2, Family.IPV6, Set.of())).isEmpty();
  }

  @Test
  void anAddressThatIsRemovedIsGoneAndOneNeverThereChangesNothing() {
    view.apply(new KernelEvent.AddressRemoved(FIRST));
    view.apply(new KernelEvent.AddressRemoved(address(9, "203.0.113.1")));
    view.apply(new KernelEvent.AddressChanged(SECOND));

    assertThat(view.addresses(2)).containsExactly(SECOND);
    assertThat(view.has(FIRST.key())).isFalse();
    assertThat(view.address(SECOND.key())).contains(SECOND);
    assertThat(view.addressCount()).isEqualTo(2);
  }

  @Test
  void aLinkTakesItsAddressesAlong() {
    view.apply(new KernelEvent.LinkRemoved(link(2, "eth0")));

    assertThat(index("eth0")).isEmpty();
    assertThat(view.addresses(2)).isEmpty();
    assertThat(view.addresses(3)).containsExactly(OTHER);
    assertThat(view.addressCount()).isEqualTo(1);
  }

  @Test
  void aRenamedLinkIsFoundByItsNewNameOnly() {
    view.apply(new KernelEvent.LinkChanged(link(2, "lan")));

    assertThat(index("lan")).contains(2);
    assertThat(index("eth0")).isEmpty();
  }

  @Test
  void namesThatAreExchangedLeadToTheirNewLinks() {
    view.apply(new KernelEvent.LinkChanged(link(2, "eth1")));
    view.apply(new KernelEvent.LinkChanged(link(3, "eth0")));

    assertThat(index("eth0")).contains(3);
    assertThat(index("eth1")).contains(2);
  }

  @Test
  void aNewPictureReplacesTheOldOneAndGoesItsOwnWay() {
    KernelView fresh = new KernelView(List.of(link(5, "eth0")), List.of(address(5, "10.0.0.1")));
    view.apply(new KernelEvent.Resynchronized(fresh));
    view.apply(new KernelEvent.AddressChanged(address(5, "10.0.0.2")));

    assertThat(index("eth0")).contains(5);
    assertThat(index("eth1")).isEmpty();
    assertThat(view.addresses(2)).isEmpty();
    assertThat(view.addresses(5)).hasSize(2);
    assertThat(view.addressCount()).isEqualTo(2);
    assertThat(fresh.addresses(5)).hasSize(1);
  }
}
