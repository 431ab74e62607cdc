package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code garp_group}: links that share a pace wait for each other, others do not. */
class PacerTest {
  private static final InterfaceName ETH1 = new InterfaceName("eth1");
  private static final String INSTANCE =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        garp_master_repeat 2
        garp_master_delay 0
        virtual_ipaddress {
          192.0.2.10/24
          198.51.100.10/24 dev eth1
        }
      }
      """;

  private final Workbench bench = new Workbench();

  /** To a moment after it became Active, 3.61 s after the start, and before half a second more. */
  private void becomeActive(String groups) {
    bench.kernel.addLink(ETH1);
    bench.start(groups + INSTANCE);
    bench.pass(Duration.ofSeconds(4));
  }

  private List<String> announced() {
    return bench.kernel.announced().stream()
        .map(KernelRequest.Announce::addresses)
        .flatMap(List::stream)
        .map(VirtualAddress::addressText)
        .toList();
  }

  @Test
  void withoutAGroupNothingWaits() {
    becomeActive("");
    assertThat(bench.kernel.announced())
        .singleElement()
        .extracting(KernelRequest.Announce::rounds, announce -> announce.addresses().size())
        .containsExactly(2, 2);
  }

  @Test
  void linksOfOneGroupShareItsPaceAndTakeTurns() {
    becomeActive("garp_group {\n garp_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}\n");
    assertThat(announced()).containsExactly("192.0.2.10/24");
    bench.pass(Duration.ofMillis(500));
    assertThat(announced()).containsExactly("192.0.2.10/24", "198.51.100.10/24");
    bench.pass(Duration.ofSeconds(5));
    assertThat(announced())
        .containsExactly("192.0.2.10/24", "198.51.100.10/24", "192.0.2.10/24", "198.51.100.10/24");
  }

  @Test
  void eachGroupHasAPaceOfItsOwn() {
    becomeActive(
        """
        garp_group {
          garp_interval 0.5
          interface eth0
        }
        garp_group {
          garp_interval 2
          interface eth1
        }
        """);
    assertThat(announced()).containsExactlyInAnyOrder("192.0.2.10/24", "198.51.100.10/24");
    bench.pass(Duration.ofMillis(500));
    assertThat(announced()).hasSize(3).endsWith("192.0.2.10/24");
    bench.pass(Duration.ofSeconds(2));
    assertThat(announced()).hasSize(4).endsWith("198.51.100.10/24");
  }

  @Test
  void aGroupOfNeighbourAdvertisementsLetsGratuitousArpsOut() {
    becomeActive("garp_group {\n gna_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}\n");
    assertThat(announced()).containsExactly("192.0.2.10/24", "198.51.100.10/24");
  }
}
