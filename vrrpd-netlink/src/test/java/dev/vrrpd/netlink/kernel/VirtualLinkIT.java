package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelRequest.MakeLink;
import dev.vrrpd.core.kernel.KernelRequest.RemoveLink;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.Vrid;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ip-link(8) and sysctl(8) show of a virtual MAC interface and its base. */
@Timeout(60)
class VirtualLinkIT {
  private static final VirtualLink FIRST = macvlan("vrrp.51", 51);
  private static final VirtualLink SECOND = macvlan("vrrp.52", 52);

  private LinuxWorld world;

  @BeforeEach
  void open() {
    world = new LinuxWorld();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private static VirtualLink macvlan(String name, int vrid) {
    MacAddress mac = MacAddress.virtualRouter(Family.IPV4, new Vrid(vrid));
    return new VirtualLink(
        new InterfaceName(name),
        KernelWorld.LINK,
        new VirtualLink.PrivateMacvlan(mac),
        OptionalInt.of(7));
  }

  private void carryOut(KernelRequest request) {
    int before = world.await(_ -> true).size();
    world.submit(request);
    List<KernelEvent> events =
        world.await(
            all -> all.subList(before, all.size()).contains(new KernelEvent.Completed(request)));
    assertThat(events).noneMatch(KernelEvent.Refused.class::isInstance);
  }

  private void make(VirtualLink link) {
    carryOut(new MakeLink("VI_1", link));
  }

  private void remove(VirtualLink link) {
    carryOut(new RemoveLink("VI_1", link));
  }

  private String option(String link, String option) {
    return world.namespace.exec("cat /proc/sys/net/ipv4/conf/" + link + "/" + option).strip();
  }

  private String baseOptions() {
    return option("vt0", "arp_ignore") + option("vt0", "arp_announce");
  }

  @Test
  void itIsAPrivateMacvlanInItsGroupThatMakesNoAddressesByItself() {
    make(FIRST);
    assertThat(world.namespace.ip("-d link show vrrp.51"))
        .contains("vrrp.51@vt0", "UP", "group 7", "00:00:5e:00:01:33")
        .contains("macvlan mode private", "addrgenmode none");
    assertThat(world.namespace.ip("addr show vrrp.51")).doesNotContain("inet");
  }

  @Test
  void neitherSideAnswersForTheOthersAddressesNorNamesThemInItsRequests() {
    make(FIRST);
    assertThat(option("vrrp.51", "arp_ignore")).isEqualTo("1");
    assertThat(option("vrrp.51", "arp_announce")).isEqualTo("2");
    assertThat(option("vrrp.51", "accept_local")).isEqualTo("1");
    assertThat(option("vrrp.51", "promote_secondaries")).isEqualTo("1");
    assertThat(option("vrrp.51", "rp_filter")).isEqualTo("0");
    assertThat(baseOptions()).isEqualTo("12");
  }

  @Test
  void theBaseHasItsOwnSettingsAgainWhenTheLastOneIsGone() {
    String before = baseOptions();
    make(FIRST);
    make(SECOND);
    remove(FIRST);
    assertThat(baseOptions()).isEqualTo("12");
    remove(SECOND);
    assertThat(baseOptions()).isEqualTo(before);
  }

  @Test
  void aReversePathFilterOfAllLinksGoesToEachOfThemAndComesBack() {
    world.namespace.exec("sysctl -qw net.ipv4.conf.all.rp_filter=1");
    world.namespace.exec("sysctl -qw net.ipv4.conf.vt0.rp_filter=0");
    make(FIRST);
    assertThat(option("all", "rp_filter")).isEqualTo("0");
    assertThat(option("vt0", "rp_filter")).isEqualTo("1");
    assertThat(option("vrrp.51", "rp_filter")).isEqualTo("0");
    remove(FIRST);
    assertThat(option("all", "rp_filter")).isEqualTo("1");
  }

  @Test
  void whatAKilledRunKnewOfTheBaseIsFoundByTheNext() {
    String before = baseOptions();
    make(FIRST);
    var remove = new RemoveLink("VI_1", FIRST);
    var removed = new CompletableFuture<KernelEvent>();
    LinuxKernel next =
        CompletableFuture.supplyAsync(
                () -> LinuxKernel.open(world.loop, event -> tell(event, remove, removed)),
                world.loop::execute)
            .join();
    world.loop.execute(() -> next.submit(new MakeLink("VI_1", FIRST)));
    world.loop.execute(() -> next.submit(remove));
    removed.join();
    world.loop.execute(next::close);
    assertThat(baseOptions()).isEqualTo(before);
  }

  private static void tell(
      KernelEvent event, KernelRequest awaited, CompletableFuture<KernelEvent> done) {
    if (event.equals(new KernelEvent.Completed(awaited))) {
      done.complete(event);
    }
  }

  @Test
  void anIpvlanIsMadeOrRefusedInOneLine() {
    var ipvlan =
        new VirtualLink(
            new InterfaceName("ipv.51"),
            KernelWorld.LINK,
            new VirtualLink.Ipvlan(VirtualLink.Isolation.PRIVATE),
            OptionalInt.empty());
    var request = new MakeLink("VI_1", ipvlan);
    world.submit(request);
    List<KernelEvent> events = world.await(all -> all.contains(new KernelEvent.Completed(request)));
    boolean made = world.view().link(ipvlan.name()).isPresent();
    assertThat(events.stream().filter(KernelEvent.Refused.class::isInstance)).hasSize(made ? 0 : 1);
  }
}
