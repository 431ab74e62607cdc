package dev.vrrpd.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vrrpd.core.kernel.KernelEvent.AddressChanged;
import dev.vrrpd.core.kernel.KernelEvent.AddressRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelEvent.LinkRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Refused;
import dev.vrrpd.core.kernel.KernelEvent.Resynchronized;
import dev.vrrpd.core.kernel.KernelEvent.RoutingRefused;
import dev.vrrpd.core.kernel.KernelEvent.RoutingRemoved;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.AddRouting;
import dev.vrrpd.core.kernel.KernelRequest.Announce;
import dev.vrrpd.core.kernel.KernelRequest.Conceal;
import dev.vrrpd.core.kernel.KernelRequest.MakeLink;
import dev.vrrpd.core.kernel.KernelRequest.RemoveAddresses;
import dev.vrrpd.core.kernel.KernelRequest.RemoveLink;
import dev.vrrpd.core.kernel.KernelRequest.RemoveRouting;
import dev.vrrpd.core.kernel.KernelRequest.Reveal;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.value.routing.Insertion;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RouteType;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.core.value.routing.RuleAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Kernel} does: the fake may only lie where Linux lies. */
@Timeout(60)
public abstract class KernelContract {
  private static final int SECONDARY = 0x01;
  private static final int EEXIST = 17;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;
  private static final int ENETUNREACH = 101;

  protected static final InterfaceName LINK = KernelWorld.LINK;

  protected KernelWorld world;

  protected abstract KernelWorld open();

  @BeforeEach
  void openWorld() {
    world = open();
    world.await(events -> events.stream().anyMatch(Resynchronized.class::isInstance));
  }

  @AfterEach
  void closeWorld() {
    if (world != null) {
      world.close();
    }
  }

  protected static AddAddresses add(VirtualAddress... addresses) {
    return new AddAddresses("VI_1", LINK, List.of(addresses));
  }

  protected static RemoveAddresses remove(VirtualAddress... addresses) {
    return new RemoveAddresses("VI_1", LINK, List.of(addresses));
  }

  protected static VirtualAddress scoped(String address, int length, int scope) {
    VirtualAddress plain = VirtualAddress.of(address, length);
    return new VirtualAddress(
        plain.address(),
        length,
        Optional.empty(),
        scope,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        OptionalLong.empty(),
        true);
  }

  /** Submits and waits for the answer: the events since the submission. */
  protected List<KernelEvent> carryOut(KernelRequest request) {
    int before = world.await(_ -> true).size();
    world.submit(request);
    List<KernelEvent> events =
        world.await(all -> all.subList(before, all.size()).contains(new Completed(request)));
    return events.subList(before, events.size());
  }

  protected List<InterfaceAddress> addresses(Family family) {
    int index = world.view().link(LINK).orElseThrow().index();
    return world.view().addresses(index).stream()
        .filter(address -> address.address().family() == family)
        .filter(address -> !address.address().isLinkLocal())
        .toList();
  }

  private static List<Refused> refusals(List<KernelEvent> events) {
    return events.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
  }

  @Test
  void theFirstEventIsThePictureWithTheLinkAndItsState() {
    assertThat(world.await(_ -> true).getFirst()).isInstanceOf(Resynchronized.class);
    world.await(_ -> world.view().link(LINK).orElseThrow().operational());
    Link link = world.view().link(LINK).orElseThrow();
    assertThat(link.operational()).isTrue();
    assertThat(link.multicast()).isTrue();
    assertThat(link.loopback()).isFalse();
    assertThat(link.mac()).isPresent();
  }

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
    VirtualAddress bad = scoped("10.9.0.84", 24, 253);
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
  void aLinkThatGoesDownAndUpIsToldAndDownTakesIpv6Away() {
    carryOut(add(VirtualAddress.of("10.9.0.81", 24), VirtualAddress.of("fd09::81", 64)));
    world.setUp(LINK, false);
    world.await(_ -> !world.view().link(LINK).orElseThrow().up());
    world.await(_ -> addresses(Family.IPV6).isEmpty());
    assertThat(addresses(Family.IPV4)).hasSize(1);
    world.setUp(LINK, true);
    world.await(_ -> world.view().link(LINK).orElseThrow().operational());
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
  void aRenamedLinkKeepsItsIndexAndAddressesGoToItsNewName() {
    int index = world.view().link(LINK).orElseThrow().index();
    InterfaceName renamed = new InterfaceName("vt9");
    world.rename(LINK, renamed);
    world.await(_ -> world.view().link(renamed).isPresent());
    assertThat(world.view().link(renamed).orElseThrow().index()).isEqualTo(index);
    assertThat(world.view().link(LINK)).isEmpty();
    var request = new AddAddresses("VI_1", renamed, List.of(VirtualAddress.of("10.9.0.81", 32)));
    assertThat(refusals(carryOut(request))).isEmpty();
  }

  @Test
  void aLinkThatIsRemovedGoesWithItsAddressesAndComesBackAsAnother() {
    InterfaceName name = new InterfaceName("vt5");
    world.addLink(name);
    world.await(_ -> world.view().link(name).isPresent());
    int index = world.view().link(name).orElseThrow().index();
    world.addByHand(name, VirtualAddress.of("10.5.0.1", 24));
    world.await(_ -> !world.view().addresses(index).isEmpty());
    world.removeLink(name);
    world.await(events ->
        events.stream()
            .anyMatch(
                event -> event instanceof LinkRemoved(Link gone) && gone.name().equals(name)));
    assertThat(world.view().link(name)).isEmpty();
    assertThat(world.view().addresses(index)).isEmpty();
    world.addLink(name);
    world.await(_ -> world.view().link(name).isPresent());
    assertThat(world.view().link(name).orElseThrow().index()).isNotEqualTo(index);
  }

  @Test
  void anAddressWithADeviceOfItsOwnGoesThere() {
    InterfaceName name = new InterfaceName("vt5");
    world.addLink(name);
    world.await(_ -> world.view().link(name).isPresent());
    VirtualAddress plain = VirtualAddress.of("10.5.0.1", 24);
    VirtualAddress elsewhere =
        new VirtualAddress(
            plain.address(),
            24,
            Optional.of(name),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            OptionalLong.empty(),
            true);
    assertThat(refusals(carryOut(add(elsewhere)))).isEmpty();
    int index = world.view().link(name).orElseThrow().index();
    assertThat(world.view().addresses(index))
        .extracting(InterfaceAddress::address)
        .contains(plain.address());
  }

  private static final InterfaceName VIRTUAL = new InterfaceName("vrrp.51");
  private static final MacAddress VIRTUAL_MAC = MacAddress.virtualRouter(Family.IPV4, new Vrid(51));

  protected static MakeLink make(InterfaceName base) {
    return new MakeLink("VI_1", macvlan(base));
  }

  private static VirtualLink macvlan(InterfaceName base) {
    return new VirtualLink(
        VIRTUAL, base, new VirtualLink.PrivateMacvlan(VIRTUAL_MAC), OptionalInt.empty());
  }

  private static RemoveLink unmake(InterfaceName base) {
    return new RemoveLink("VI_1", macvlan(base));
  }

  @Test
  void aLinkOfOurOwnIsInTheViewWithItsMacAndItsBaseWhenTheRequestIsCompleted() {
    assertThat(refusals(carryOut(make(LINK)))).isEmpty();
    Link made = world.view().link(VIRTUAL).orElseThrow();
    assertThat(made.mac()).contains(VIRTUAL_MAC);
    assertThat(made.is(macvlan(LINK), world.view().link(LINK).orElseThrow())).isTrue();
    world.await(_ -> world.view().link(VIRTUAL).orElseThrow().operational());
  }

  @Test
  void aLinkOfOurOwnTakesAddressesInTheSameBreathAndNoneThatNobodyGaveIt() {
    MakeLink make = make(LINK);
    var add =
        new AddAddresses(
            "VI_1",
            VIRTUAL,
            List.of(VirtualAddress.of("10.9.0.81", 24), VirtualAddress.of("fd09::81", 64)));
    world.submit(make);
    assertThat(refusals(carryOut(add))).isEmpty();
    int index = world.view().link(VIRTUAL).orElseThrow().index();
    assertThat(world.view().addresses(index))
        .extracting(InterfaceAddress::address)
        .containsExactlyInAnyOrder(IpAddress.of("10.9.0.81"), IpAddress.of("fd09::81"));
  }

  @Test
  void aLinkThatIsThereAlreadyIsTakenOver() {
    carryOut(make(LINK));
    int index = world.view().link(VIRTUAL).orElseThrow().index();
    assertThat(refusals(carryOut(make(LINK)))).isEmpty();
    assertThat(world.view().link(VIRTUAL).orElseThrow().index()).isEqualTo(index);
  }

  @Test
  void aLinkOfOursOnAnotherBaseIsMadeAnew() {
    InterfaceName other = new InterfaceName("vt5");
    world.addLink(other);
    world.await(_ -> world.view().link(other).isPresent());
    carryOut(make(other));
    assertThat(refusals(carryOut(make(LINK)))).isEmpty();
    Link made = world.view().link(VIRTUAL).orElseThrow();
    assertThat(made.is(macvlan(LINK), world.view().link(LINK).orElseThrow())).isTrue();
  }

  @Test
  void aNameThatAnotherKindOfLinkHasIsRefusedAndItsOwnerStays() {
    world.addLink(VIRTUAL);
    world.await(_ -> world.view().link(VIRTUAL).isPresent());
    assertThat(refusals(carryOut(make(LINK)))).extracting(Refused::errno).containsExactly(EEXIST);
    assertThat(refusals(carryOut(unmake(LINK)))).isEmpty();
    assertThat(world.view().link(VIRTUAL)).isPresent();
  }

  @Test
  void aLinkWithoutItsBaseIsRefusedWithEnodev() {
    assertThat(refusals(carryOut(make(new InterfaceName("nope0")))))
        .extracting(Refused::errno, Refused::message)
        .containsExactly(tuple(ENODEV, "No such device"));
  }

  @Test
  void aLinkOfOurOwnHasItsBasesCarrierAndGoesWithIt() {
    InterfaceName base = new InterfaceName("vt5");
    world.addLink(base);
    world.await(_ -> world.view().link(base).isPresent());
    carryOut(make(base));
    world.await(_ -> world.view().link(VIRTUAL).orElseThrow().operational());
    world.setUp(base, false);
    world.await(_ -> !world.view().link(VIRTUAL).orElseThrow().operational());
    world.removeLink(base);
    world.await(_ -> world.view().link(VIRTUAL).isEmpty());
  }

  @Test
  void aLinkOfOurOwnIsRemovedAndItsAbsenceIsSuccess() {
    carryOut(make(LINK));
    assertThat(refusals(carryOut(unmake(LINK)))).isEmpty();
    assertThat(world.view().link(VIRTUAL)).isEmpty();
    assertThat(refusals(carryOut(unmake(LINK)))).isEmpty();
  }

  @Test
  void concealingTwiceAndRevealingWhatIsNotConcealedAreSuccess() {
    List<IpAddress> addresses = List.of(IpAddress.of("10.9.0.81"), IpAddress.of("fd09::81"));
    assertThat(refusals(carryOut(new Conceal("VI_1", addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Conceal("VI_2", addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Reveal("VI_1", addresses)))).isEmpty();
    assertThat(refusals(carryOut(new Reveal("VI_1", addresses)))).isEmpty();
  }

  @Test
  void lostNotificationsAreMadeUpForByANewPicture() {
    VirtualAddress kept = VirtualAddress.of("10.9.0.1", 24);
    world.loseNotificationsWhile(() -> world.addByHand(LINK, kept));
    world.await(events -> events.stream().filter(Resynchronized.class::isInstance).count() >= 2);
    world.await(_ -> world.view().link(LINK).isPresent() && !addresses(Family.IPV4).isEmpty());
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address)
        .contains(kept.address());
  }

  private static Route route(String destination, String gateway) {
    return route(destination, gateway, LINK);
  }

  private static Route route(String destination, String gateway, InterfaceName device) {
    NextHop hop =
        new NextHop(
            Optional.of(IpAddress.of(gateway)),
            Optional.of(device),
            1,
            false,
            Optional.empty(),
            OptionalLong.empty());
    return new Route(
        Prefix.parse(destination).orElseThrow(),
        RouteType.UNICAST,
        Route.MAIN,
        Optional.empty(),
        RoutingEntry.VRRP_DAEMON,
        0,
        0,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(hop),
        List.of(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Insertion.PREPEND,
        true);
  }

  private static RoutingRule rule(String from, long priority) {
    Prefix prefix = Prefix.parse(from).orElseThrow();
    return new RoutingRule(
        prefix.family(),
        false,
        Optional.of(prefix),
        Optional.empty(),
        priority,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        RoutingEntry.VRRP_DAEMON,
        new RuleAction.Lookup(100),
        true);
  }

  private static List<RoutingEntry> routesAndRulesOfBothFamilies() {
    return List.of(
        route("10.50.0.0/24", "10.9.0.9"),
        route("fd50::/64", "fd09::9"),
        rule("10.50.0.0/24", 200),
        rule("fd50::/64", 201));
  }

  private void numberTheLink() {
    carryOut(add(VirtualAddress.of("10.9.0.1", 24), VirtualAddress.of("fd09::1", 64)));
  }

  private static List<RoutingRefused> routingRefusals(List<KernelEvent> events) {
    return events.stream()
        .filter(RoutingRefused.class::isInstance)
        .map(RoutingRefused.class::cast)
        .toList();
  }

  @Test
  void routesAndRulesAreThereAfterTheyWereAskedForAndGoneAfterwards() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    assertThat(routingRefusals(carryOut(new AddRouting("VI_1", all)))).isEmpty();
    assertThat(all).allMatch(world::routes);
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_1", all.reversed())))).isEmpty();
    assertThat(all).noneMatch(world::routes);
  }

  @Test
  void aRouteOrRuleThatIsThereAndTheAbsenceOfOneToRemoveAreSuccess() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    assertThat(routingRefusals(carryOut(new AddRouting("VI_2", all)))).isEmpty();
    carryOut(new RemoveRouting("VI_1", all));
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_2", all)))).isEmpty();
  }

  @Test
  void aRouteThatCannotBeIsRefusedByNameAndTheOthersAreSet() {
    numberTheLink();
    RoutingEntry impossible = route("10.51.0.0/24", "10.99.0.9");
    RoutingEntry good = rule("10.50.0.0/24", 200);
    AddRouting request = new AddRouting("VI_1", List.of(impossible, good));
    assertThat(routingRefusals(carryOut(request)))
        .singleElement()
        .extracting(RoutingRefused::request, RoutingRefused::entry, RoutingRefused::errno)
        .containsExactly(request, impossible, ENETUNREACH);
    assertThat(world.routes(good)).isTrue();
  }

  @Test
  void aRouteByALinkThatIsAbsentIsRefusedAndItsRemovalIsSuccess() {
    RoutingEntry entry = route("10.50.0.0/24", "10.9.0.9", new InterfaceName("nope0"));
    assertThat(routingRefusals(carryOut(new AddRouting("VI_1", List.of(entry)))))
        .extracting(RoutingRefused::errno)
        .containsExactly(ENODEV);
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_1", List.of(entry))))).isEmpty();
  }

  @Test
  void whatSomebodyElseRemovesIsToldByItsKey() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    all.forEach(world::removeByHand);
    List<KernelEvent> gone =
        all.stream().<KernelEvent>map(e -> new RoutingRemoved(e.key())).toList();
    world.await(events -> events.containsAll(gone));
    assertThat(all).noneMatch(world::routes);
  }

  @Test
  void ourOwnRemovalIsToldBeforeItIsCompleted() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    RemoveRouting request = new RemoveRouting("VI_1", all);
    List<KernelEvent> events = carryOut(request);
    assertThat(events.subList(0, events.indexOf(new Completed(request))))
        .containsAll(all.stream().map(entry -> new RoutingRemoved(entry.key())).toList());
  }
}
