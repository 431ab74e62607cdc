package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingKeeperTest {
  private static final String FILE =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        virtual_ipaddress {
          192.0.2.10
        }
        virtual_routes {
          198.51.100.0/24 via 192.0.2.254 dev eth0
          blackhole 203.0.113.0/24 no_track
        }
        virtual_rules {
          from 192.0.2.10 table 100 preference 100
        }
      }
      """;

  private final Workbench bench = new Workbench();

  private List<RoutingEntry> configured() {
    return Workbench.config(FILE).instances().getFirst().upkeep().routing();
  }

  private void becomeActive() {
    bench.start(FILE);
    bench.pass(Duration.ofSeconds(5));
  }

  @Test
  void routesAndRulesFollowTheAddressesAndComeBeforeTheAnnouncement() {
    becomeActive();
    assertThat(bench.kernel.routing()).containsExactlyElementsOf(configured());
    assertThat(requests())
        .containsSubsequence(
            KernelRequest.AddAddresses.class,
            KernelRequest.AddRouting.class,
            KernelRequest.Announce.class);
  }

  private List<Class<?>> requests() {
    return bench.outputs.stream()
        .filter(Output.AskKernel.class::isInstance)
        .<Class<?>>map(output -> ((Output.AskKernel) output).request().getClass())
        .toList();
  }

  @Test
  void theyGoBeforeTheAddressesRulesFirst() {
    becomeActive();
    bench.outputs.clear();
    bench.input(new Input.Stop());
    assertThat(bench.kernel.routing()).isEmpty();
    assertThat(requests())
        .containsExactly(KernelRequest.RemoveRouting.class, KernelRequest.RemoveAddresses.class);
    assertThat(bench.outputs)
        .contains(
            new Output.AskKernel(new KernelRequest.RemoveRouting("VI_1", configured().reversed())));
    assertThat(bench.router.finished()).isTrue();
  }

  @Test
  void whatAKilledRunLeftGoesBeforeTheElection() {
    configured()
        .forEach(
            entry -> bench.kernel.submit(new KernelRequest.AddRouting("before", List.of(entry))));
    bench.kernel.work();
    bench.start(FILE);
    assertThat(bench.kernel.routing()).isEmpty();
  }

  @Test
  void aTrackedOneThatSomebodyRemovesComesBackAtOnceAndIsTold() {
    becomeActive();
    RoutingEntry route = configured().getFirst();
    bench.kernel.removeRouting(route);
    bench.settle();
    bench.pass(Duration.ofMillis(1));
    assertThat(bench.kernel.routing()).contains(route);
    assertThat(bench.told(Note.RoutingLost.class))
        .containsExactly(new Note.RoutingLost("VI_1", route, Note.Remedy.RESTORED));
  }

  @Test
  void oneThatIsNotTrackedStaysAway() {
    becomeActive();
    RoutingEntry route = configured().get(1);
    bench.kernel.removeRouting(route);
    bench.settle();
    bench.pass(Duration.ofSeconds(20));
    assertThat(bench.kernel.routing()).doesNotContain(route);
  }

  @Test
  void aRefusedOneIsToldOnceAndAskedForAgain() {
    bench.start(FILE.replace("via 192.0.2.254", "via 233.252.0.9"));
    bench.pass(Duration.ofSeconds(5));
    assertThat(bench.told(Note.RoutingRefused.class))
        .singleElement()
        .extracting(Note.RoutingRefused::errno)
        .isEqualTo(101);
    bench.kernel.addAddress(Workbench.ETH0, IpAddress.of("233.252.0.1"), 24, 0);
    bench.settle();
    bench.pass(Duration.ofSeconds(40));
    assertThat(bench.kernel.routing()).hasSize(3);
    assertThat(bench.told(Note.RoutingRefused.class)).hasSize(1);
  }

  @Test
  void aReloadSetsAndRemovesOnlyTheDifference() {
    becomeActive();
    bench.outputs.clear();
    bench.input(
        new Input.Reconfigure(
            Workbench.config(
                FILE.replace("blackhole 203.0.113.0/24", "blackhole 203.0.114.0/24"))));
    RoutingEntry gone = configured().get(1);
    assertThat(bench.outputs)
        .contains(new Output.AskKernel(new KernelRequest.RemoveRouting("VI_1", List.of(gone))));
    assertThat(bench.kernel.routing()).hasSize(3).doesNotContain(gone);
    assertThat(requests())
        .containsExactly(KernelRequest.RemoveRouting.class, KernelRequest.AddRouting.class);
  }

  @Test
  void aTrackedRouteByALinkThatIsDownIsAFault() {
    bench.kernel.addLink(new InterfaceName("eth1"));
    bench.kernel.setLink(new InterfaceName("eth1"), false, false);
    bench.start(FILE.replace("via 192.0.2.254 dev eth0", "dev eth1"));
    assertThat(bench.router.snapshot().instances().getFirst().role()).isEqualTo(Note.Role.FAULT);
  }
}
