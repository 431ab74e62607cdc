package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaticKeeperTest {
  private static final IpAddress ADDRESS = IpAddress.of("233.252.0.1");
  private static final InterfaceName ETH1 = new InterfaceName("eth1");
  private static final String FILE =
      """
      track_group G {
        group { VI_1 }
      }
      static_ipaddress {
        233.252.0.1/24
      }
      static_routes {
        198.51.100.0/24 via 233.252.0.9 dev eth0
        203.0.113.0/24 dev eth1 track_group G
      }
      static_rules {
        from 192.0.2.10 table 100 preference 100
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        virtual_ipaddress {
          192.0.2.10
        }
      }
      """;

  private final Workbench bench = new Workbench();
  private final List<RoutingEntry> routing = Workbench.config(FILE).statics().routing();

  private void begin() {
    bench.kernel.addLink(ETH1);
    bench.start(FILE);
  }

  private Note.Role role() {
    return bench.router.snapshot().instances().getFirst().role();
  }

  @Test
  void staticThingsAreThereBeforeAnyElectionAndGoneAtTheEnd() {
    begin();
    assertThat(role()).isEqualTo(Note.Role.BACKUP);
    assertThat(bench.kernel.has(Workbench.ETH0, ADDRESS)).isTrue();
    assertThat(bench.kernel.routing()).containsExactlyElementsOf(routing);
    bench.input(new Input.Stop());
    assertThat(bench.router.finished()).isTrue();
    assertThat(bench.kernel.has(Workbench.ETH0, ADDRESS)).isFalse();
    assertThat(bench.kernel.routing()).isEmpty();
  }

  @Test
  void whatSomebodyRemovesComesBackAtOnce() {
    begin();
    bench.kernel.removeAddress(Workbench.ETH0, ADDRESS);
    routing.forEach(bench.kernel::removeRouting);
    bench.settle();
    bench.pass(Duration.ofMillis(20));
    assertThat(bench.kernel.has(Workbench.ETH0, ADDRESS)).isTrue();
    assertThat(bench.kernel.routing()).containsExactlyInAnyOrderElementsOf(routing);
    assertThat(bench.told(Note.StaticAddressRestored.class))
        .containsExactly(
            new Note.StaticAddressRestored(
                VirtualAddress.of("233.252.0.1", 24).on(Optional.of(Workbench.ETH0))));
    assertThat(bench.told(Note.RoutingLost.class))
        .extracting(Note.RoutingLost::entry)
        .containsExactlyInAnyOrderElementsOf(routing);
  }

  @Test
  void aReloadRemovesWhatIsNotConfiguredAnyMore() {
    begin();
    bench.input(
        new Input.Reconfigure(Workbench.config(FILE.replaceFirst("(?s)static_ip.*?}", ""))));
    assertThat(bench.kernel.has(Workbench.ETH0, ADDRESS)).isFalse();
    assertThat(bench.kernel.routing()).containsExactlyElementsOf(routing);
  }

  @Test
  void membersOfATrackGroupAreInFaultWhileTheInterfaceIsDown() {
    begin();
    assertThat(Workbench.config(FILE).instances().getFirst().tracked().links())
        .containsExactly(new Tracked("eth1", 0, false));
    bench.kernel.setLink(ETH1, false, false);
    bench.settle();
    assertThat(role()).isEqualTo(Note.Role.FAULT);
    bench.kernel.setLink(ETH1, true, true);
    bench.settle();
    assertThat(role()).isEqualTo(Note.Role.BACKUP);
  }

  @Test
  void aRecordedConfigurationWithRoutesAndRulesReadsBackAsItself() {
    DaemonConfig config =
        Workbench.config(
            Golden.read("dump/routing.conf") + FILE.replace("VI_1", "V").replace("51", "52"));
    String line = Recording.line(Moment.ZERO, new Input.Reconfigure(config));
    assertThat(Recording.parse(line).input()).isEqualTo(new Input.Reconfigure(config));
  }
}
