package dev.vrrpd.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vrrpd.core.kernel.KernelEvent.AddressChanged;
import dev.vrrpd.core.kernel.KernelEvent.AddressRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelEvent.Refused;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.Announce;
import dev.vrrpd.core.kernel.KernelRequest.Conceal;
import dev.vrrpd.core.kernel.KernelRequest.PromoteSecondaries;
import dev.vrrpd.core.kernel.KernelRequest.RemoveAddresses;
import dev.vrrpd.core.kernel.KernelRequest.Reveal;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Kernel} does with addresses. */
public abstract class AddressContract extends KernelContract {
  private static final int SECONDARY = 0x01;
  private static final int EINVAL = 22;
  private static final int ENODEV = 19;

  @Test
  void addedAddressesAreInTheViewWhenTheRequestIsCompleted() {
    AddAddresses request =
        add(VirtualAddress.of("10.9.0.81", 32), VirtualAddress.of("fd09::81", 128));
    List<KernelEvent> events = carryOut(request);
    assertThat(refusals(events)).isEmpty();
    assertThat(events.subList(0, events.indexOf(new Completed(request))))
        .filteredOn(AddressChanged.class::isInstance)
        .extracting(event -> ((AddressChanged) event).address().address())
        .contains(IpAddress.of("10.9.0.81"), IpAddress.of("fd09::81"));
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address, InterfaceAddress::prefixLength)
        .containsExactly(tuple(IpAddress.of("10.9.0.81"), 32));
    assertThat(addresses(Family.IPV6))
        .extracting(InterfaceAddress::address, InterfaceAddress::prefixLength)
        .containsExactly(tuple(IpAddress.of("fd09::81"), 128));
  }

  @Test
  void anIpv6AddressIsUsableAtOnceAndAHostAddressIsDeprecated() {
    carryOut(add(VirtualAddress.of("fd09::81", 128), VirtualAddress.of("fd09::82", 64)));
    assertThat(addresses(Family.IPV6))
        .allMatch(InterfaceAddress::usable)
        .extracting(address -> address.flags() & 0x22)
        .containsExactlyInAnyOrder(0x22, 0x02);
  }

  @Test
  void addressesCarryKeepalivedsOrigin() {
    carryOut(add(VirtualAddress.of("10.9.0.81", 32), VirtualAddress.of("fd09::81", 128)));
    assertThat(addresses(Family.IPV4)).extracting(InterfaceAddress::protocol).containsOnly(18);
    assertThat(addresses(Family.IPV6)).extracting(InterfaceAddress::protocol).containsOnly(18);
  }

  @Test
  void aSecondAddressOfASubnetIsSecondary() {
    carryOut(add(VirtualAddress.of("10.9.0.81", 24), VirtualAddress.of("10.9.0.82", 24)));
    assertThat(addresses(Family.IPV4))
        .extracting(address -> address.flags() & SECONDARY)
        .containsExactly(0, SECONDARY);
  }

  @Test
  void addingWhatIsThereAndRemovingWhatIsNotAreSuccess() {
    VirtualAddress address = VirtualAddress.of("10.9.0.81", 24);
    world.addByHand(LINK, address);
    assertThat(refusals(carryOut(add(address)))).isEmpty();
    assertThat(refusals(carryOut(remove(address)))).isEmpty();
    assertThat(refusals(carryOut(remove(address, VirtualAddress.of("fd09::99", 64))))).isEmpty();
    assertThat(addresses(Family.IPV4)).isEmpty();
  }

  @Test
  void onlyTheExactPrefixLengthIsRemoved() {
    world.addByHand(LINK, VirtualAddress.of("10.9.0.82", 16));
    VirtualAddress other = VirtualAddress.of("10.9.0.82", 24);
    assertThat(refusals(carryOut(remove(other)))).isEmpty();
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::prefixLength)
        .containsExactly(16);
  }

  @Test
  void removingAPrimaryAddressTakesItsSecondariesAlong() {
    VirtualAddress first = VirtualAddress.of("10.9.0.81", 24);
    VirtualAddress second = VirtualAddress.of("10.9.0.82", 24);
    carryOut(add(first, second));
    assertThat(refusals(carryOut(remove(first, second)))).isEmpty();
    assertThat(addresses(Family.IPV4)).isEmpty();
  }

  @Test
  void wherePromotionIsAskedForTheNextAddressBecomesThePrimaryOne() {
    VirtualAddress first = VirtualAddress.of("10.9.0.81", 24);
    VirtualAddress second = VirtualAddress.of("10.9.0.82", 24);
    VirtualAddress third = VirtualAddress.of("10.9.0.83", 24);
    carryOut(add(first, second, third));
    assertThat(refusals(carryOut(promote(LINK, true)))).isEmpty();
    carryOut(remove(first));
    world.await(_ -> addresses(Family.IPV4).stream().anyMatch(left -> !left.secondary()));
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address, InterfaceAddress::secondary)
        .containsExactly(tuple(second.address(), false), tuple(third.address(), true));

    assertThat(refusals(carryOut(promote(LINK, false)))).isEmpty();
    carryOut(remove(second));
    assertThat(addresses(Family.IPV4)).isEmpty();
  }

  @Test
  void anAbsentLinkHasNoPromotionToTakeBack() {
    assertThat(refusals(carryOut(promote(new InterfaceName("nope0"), false)))).isEmpty();
  }

  private static PromoteSecondaries promote(InterfaceName link, boolean on) {
    return new PromoteSecondaries("VI_1", link, on);
  }

  @Test
  void anUnknownLinkIsRefusedWithEnodevAndTheRequestIsCompleted() {
    var request =
        new AddAddresses(
            "VI_1", new InterfaceName("nope0"), List.of(VirtualAddress.of("10.9.0.81", 32)));
    List<KernelEvent> events = carryOut(request);
    assertThat(refusals(events))
        .containsExactly(
            new Refused(
                request,
                Optional.of(VirtualAddress.of("10.9.0.81", 32)),
                ENODEV,
                "No such device"));
    assertThat(events.getLast()).isEqualTo(new Completed(request));
  }

  @Test
  void aRefusedAddressIsNamedAndTheOthersAreAdded() {
    world.addByHand(LINK, VirtualAddress.of("10.9.0.1", 24));
    VirtualAddress bad = VirtualAddress.of("10.9.0.84", 24).scoped(253);
    VirtualAddress good = VirtualAddress.of("10.9.0.85", 24);
    List<Refused> refusals = refusals(carryOut(add(bad, good)));
    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().address()).contains(bad);
    assertThat(refusals.getFirst().errno()).isEqualTo(EINVAL);
    assertThat(refusals.getFirst().message()).startsWith("Invalid argument");
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address)
        .containsExactly(IpAddress.of("10.9.0.1"), IpAddress.of("10.9.0.85"));
  }

  @Test
  void aThousandAddressesKeepTheirOrderAndSoDoTheRequests() {
    VirtualAddress[] many =
        IntStream.range(0, 1000)
            .mapToObj(i -> VirtualAddress.of("10.8.%d.%d".formatted(i / 250, i % 250 + 1), 32))
            .toArray(VirtualAddress[]::new);
    AddAddresses all = add(many);
    RemoveAddresses one = remove(many[500]);
    Announce announce = new Announce("VI_1", LINK, List.of(many[0]), 1);
    world.submit(all);
    world.submit(one);
    world.submit(announce);
    List<KernelEvent> events = world.await(told -> told.contains(new Completed(announce)));
    assertThat(events.stream().filter(Completed.class::isInstance))
        .containsExactly(new Completed(all), new Completed(one), new Completed(announce));
    List<IpAddress> expected =
        IntStream.range(0, 1000).filter(i -> i != 500).mapToObj(i -> many[i].address()).toList();
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address)
        .containsExactlyElementsOf(expected);
    carryOut(remove(many));
    assertThat(addresses(Family.IPV4)).isEmpty();
  }

  @Test
  void announcingIsCompletedWithoutRefusal() {
    VirtualAddress ipv4 = VirtualAddress.of("10.9.0.81", 32);
    VirtualAddress ipv6 = VirtualAddress.of("fd09::81", 128);
    carryOut(add(ipv4, ipv6));
    assertThat(refusals(carryOut(new Announce("VI_1", LINK, List.of(ipv4, ipv6), 5)))).isEmpty();
  }

  @Test
  void announcingOnALinkThatIsDownIsRefusedOnceForTheLink() {
    world.setUp(LINK, false);
    world.await(_ -> !world.view().link(LINK).orElseThrow().up());
    var announce =
        new Announce(
            "VI_1",
            LINK,
            List.of(VirtualAddress.of("10.9.0.81", 24), VirtualAddress.of("10.9.0.82", 24)),
            5);
    List<Refused> refusals = refusals(carryOut(announce));
    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().message()).isEqualTo("Network is down");
  }

  @Test
  void anAddressThatSomebodyElseAddsOrTakesAwayIsTold() {
    VirtualAddress address = VirtualAddress.of("10.9.0.7", 24);
    world.addByHand(LINK, address);
    world.await(_ -> !addresses(Family.IPV4).isEmpty());
    world.removeByHand(LINK, address);
    world.await(events ->
        events.stream()
            .anyMatch(event ->
                event instanceof AddressRemoved(InterfaceAddress gone)
                    && gone.address().equals(address.address())));
    assertThat(addresses(Family.IPV4)).isEmpty();
  }

  @Test
  void anAddressWithADeviceOfItsOwnGoesThere() {
    InterfaceName name = new InterfaceName("vt5");
    world.addLink(name);
    world.await(_ -> world.view().link(name).isPresent());
    VirtualAddress plain = VirtualAddress.of("10.5.0.1", 24);
    VirtualAddress elsewhere = plain.on(Optional.of(name));
    assertThat(refusals(carryOut(add(elsewhere)))).isEmpty();
    int index = world.view().link(name).orElseThrow().index();
    assertThat(world.view().addresses(index))
        .extracting(InterfaceAddress::address)
        .contains(plain.address());
  }

  @Test
  void concealingTwiceAndRevealingWhatIsNotConcealedAreSuccess() {
    List<VirtualAddress> addresses =
        List.of(
            VirtualAddress.of("10.9.0.81", 24),
            VirtualAddress.of("fd09::81", 64),
            VirtualAddress.of("fe80::81", 64));
    assertThat(refusals(carryOut(new Conceal("VI_1", LINK, addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Conceal("VI_2", LINK, addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Reveal("VI_1", LINK, addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Reveal("VI_1", LINK, addresses)))).isEmpty();
  }
}
