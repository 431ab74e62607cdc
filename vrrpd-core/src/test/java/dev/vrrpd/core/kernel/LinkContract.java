package dev.vrrpd.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vrrpd.core.kernel.KernelEvent.LinkRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Refused;
import dev.vrrpd.core.kernel.KernelEvent.Resynchronized;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.MakeLink;
import dev.vrrpd.core.kernel.KernelRequest.RemoveLink;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.Vrid;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every {@link Kernel} tells of links, and does with those of our own. */
public abstract class LinkContract extends KernelContract {
  private static final int EEXIST = 17;
  private static final int ENODEV = 19;

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
  void lostNotificationsAreMadeUpForByANewPicture() {
    VirtualAddress kept = VirtualAddress.of("10.9.0.1", 24);
    world.loseNotificationsWhile(() -> world.addByHand(LINK, kept));
    world.await(events -> events.stream().filter(Resynchronized.class::isInstance).count() >= 2);
    world.await(_ -> world.view().link(LINK).isPresent() && !addresses(Family.IPV4).isEmpty());
    assertThat(addresses(Family.IPV4))
        .extracting(InterfaceAddress::address)
        .contains(kept.address());
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
}
