package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
  private final List<String> lines = new ArrayList<>();
  private final AddressWatch watch = new AddressWatch(lines::add);

  @Test
  void anAddressIsToldOnceWhenItComesAndOnceWhenItGoes() {
    watch.told(new KernelEvent.AddressChanged(address("10.0.0.1", 0)));
    watch.told(new KernelEvent.AddressChanged(address("10.0.0.1", 0x40)));
    watch.told(new KernelEvent.AddressRemoved(address("10.0.0.1", 0)));
    watch.told(new KernelEvent.AddressRemoved(address("10.0.0.1", 0)));
    assertThat(lines)
        .containsExactly(
            "Netlink reflector reports IP 10.0.0.1 added to unknown",
            "Netlink reflector reports IP 10.0.0.1 removed from unknown");
  }

  @Test
  void afterLostNotificationsOnlyWhatDiffersIsTold() {
    watch.told(picture("10.0.0.1", "10.0.0.2"));
    lines.clear();
    watch.told(picture("10.0.0.2", "10.0.0.3"));
    assertThat(lines)
        .containsExactly(
            "Netlink reflector reports IP 10.0.0.1 removed from eth0",
            "Netlink reflector reports IP 10.0.0.3 added to eth0");
  }

  private static KernelEvent picture(String... addresses) {
    Link eth0 =
        new Link(
            2,
            new InterfaceName("eth0"),
            true,
            true,
            true,
            false,
            Optional.empty(),
            1500,
            OptionalInt.empty(),
            "");
    return new KernelEvent.Resynchronized(
        new KernelView(List.of(eth0), Stream.of(addresses).map(text -> address(text, 0)).toList()));
  }

  private static InterfaceAddress address(String text, int flags) {
    return new InterfaceAddress(2, IpAddress.of(text), 24, 0, flags, 0);
  }
}
