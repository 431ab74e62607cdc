package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelRequest.Conceal;
import dev.vrrpd.core.kernel.KernelRequest.MakeLink;
import dev.vrrpd.core.kernel.KernelRequest.RemoveLink;
import dev.vrrpd.core.kernel.KernelRequest.Reveal;
import dev.vrrpd.core.kernel.KernelRequest.UseFilter;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.netlink.lab.Lab;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nft(8) shows of the packet filter. */
@Timeout(60)
class PacketFilterIT {
  private static final InterfaceName LINK = KernelWorld.LINK;
  private static final InterfaceName OTHER = new InterfaceName("eth1");
  private static final List<VirtualAddress> ADDRESSES =
      List.of(VirtualAddress.of("10.9.0.100", 24), VirtualAddress.of("fd09::100", 64));

  private static final VirtualLink MACVLAN =
      new VirtualLink(
          new InterfaceName("vrrp.51"),
          KernelWorld.LINK,
          new VirtualLink.PrivateMacvlan(MacAddress.virtualRouter(Family.IPV4, new Vrid(51))),
          OptionalInt.empty());

  private LinuxWorld world;

  @BeforeEach
  void open() {
    Lab.require(java.nio.file.Files.exists(java.nio.file.Path.of("/usr/sbin/nft")), "nft");
    world = new LinuxWorld();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private void carryOut(KernelRequest request) {
    int before = world.await(_ -> true).size();
    world.submit(request);
    List<KernelEvent> events =
        world.await(
            all -> all.subList(before, all.size()).contains(new KernelEvent.Completed(request)));
    assertThat(events).noneMatch(KernelEvent.Refused.class::isInstance);
  }

  private String ruleset() {
    return world.namespace.exec("nft list ruleset");
  }

  @Test
  void concealedAddressesAreDroppedInBothDirectionsAndNeighboursAnswered() {
    carryOut(new Conceal("VI_1", LINK, ADDRESSES));
    assertThat(ruleset())
        .contains("table inet vrrpd", "elements = { 10.9.0.100 }", "elements = { fd09::100 }")
        .contains("hook input priority filter - 1", "hook output priority filter - 1")
        .contains("icmpv6 type 135-136 accept")
        .contains("ip daddr @addresses4 drop", "ip6 daddr @addresses6 drop")
        .contains("ip saddr @addresses4 drop", "ip6 saddr @addresses6 drop");
  }

  @Test
  void withTheLastOfThemTheTableGoes() {
    carryOut(new Conceal("VI_1", LINK, ADDRESSES));
    carryOut(new Reveal("VI_1", LINK, ADDRESSES.subList(0, 1)));
    assertThat(ruleset()).contains("fd09::100").doesNotContain("10.9.0.100");
    carryOut(new Reveal("VI_1", LINK, ADDRESSES));
    assertThat(ruleset()).isEmpty();
  }

  @Test
  void aLinkLocalAddressIsConcealedOnItsLinkOnly() {
    List<VirtualAddress> gateway = List.of(VirtualAddress.of("fe80::1", 64));
    carryOut(new Conceal("VI_1", LINK, gateway));
    carryOut(new Conceal("VI_2", OTHER, gateway));
    assertThat(ruleset())
        .contains("fe80::1 . \"vt0\"", "fe80::1 . \"eth1\"")
        .contains("ip6 daddr . iifname @link_local drop")
        .contains("ip6 saddr . oifname @link_local drop");
    carryOut(new Reveal("VI_2", OTHER, gateway));
    assertThat(ruleset()).contains("fe80::1 . \"vt0\"").doesNotContain("eth1");
    carryOut(new Reveal("VI_1", LINK, gateway));
    assertThat(ruleset()).isEmpty();
  }

  @Test
  void aLinkOfOurOwnIsSilentAboutItsGroupsAsLongAsItIs() {
    carryOut(new MakeLink("VI_1", MACVLAN));
    assertThat(ruleset())
        .contains("elements = { \"vrrp.51\" }")
        .contains("oifname @virtual_links")
        .contains("igmp drop", "icmpv6 type 131-133 drop", "icmpv6 type 143-143 drop");
    carryOut(new RemoveLink("VI_1", MACVLAN));
    assertThat(ruleset()).isEmpty();
  }

  @Test
  void theTableIsAsTheOperatorWantsIt() {
    carryOut(new UseFilter("", new FilterStyle("mine", -7, true)));
    carryOut(new Conceal("VI_1", LINK, ADDRESSES));
    assertThat(ruleset())
        .contains("table inet mine", "priority filter - 7", "@addresses4 counter packets");
  }

  @Test
  void tenThousandAddressesAreConcealedAndRevealed() {
    List<VirtualAddress> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> VirtualAddress.of("10.8.%d.%d".formatted(i / 250, i % 250 + 1), 32))
            .toList();
    carryOut(new Conceal("VI_1", LINK, many));
    assertThat(ruleset()).contains("10.8.0.1", "10.8.39.250");
    carryOut(new Reveal("VI_1", LINK, many));
    assertThat(ruleset()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsGoneWhenTheNextBegins() {
    world.namespace.exec("nft add table inet vrrpd");
    world.namespace.exec("nft add chain inet vrrpd leftover");
    carryOut(new UseFilter("", FilterStyle.STANDARD));
    assertThat(ruleset()).isEmpty();
  }
}
