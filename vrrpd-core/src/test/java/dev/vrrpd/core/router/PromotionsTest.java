package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.InterfaceName;
import org.junit.jupiter.api.Test;

class PromotionsTest {
  private static final InterfaceName ETH1 = new InterfaceName("eth1");
  private static final String FILE =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        promote_secondaries
        virtual_ipaddress {
          192.0.2.10/24
        }
      }
      """;

  private final Workbench bench = new Workbench();

  private void reload(String file) {
    bench.input(new Input.Reconfigure(Workbench.config(file)));
  }

  @Test
  void theInterfacePromotesFromTheBeginningToTheEnd() {
    bench.start(FILE);
    assertThat(bench.kernel.promoting()).containsExactly(Workbench.ETH0);
    bench.input(new Input.Stop());
    assertThat(bench.kernel.promoting()).isEmpty();
    assertThat(bench.router.finished()).isTrue();
  }

  @Test
  void aReloadTakesItBackAndAsksForItAgain() {
    bench.start(FILE);
    reload(FILE.replace("promote_secondaries", ""));
    assertThat(bench.kernel.promoting()).isEmpty();
    reload(FILE);
    assertThat(bench.kernel.promoting()).containsExactly(Workbench.ETH0);
  }

  @Test
  void aLinkThatIsMadeAnewPromotesToo() {
    bench.start(FILE);
    bench.kernel.removeLink(Workbench.ETH0);
    bench.settle();
    assertThat(bench.kernel.promoting()).isEmpty();
    bench.kernel.addLink(Workbench.ETH0);
    bench.settle();
    assertThat(bench.kernel.promoting()).containsExactly(Workbench.ETH0);
  }

  @Test
  void aLinkOfAnotherNameIsLeftAsItWas() {
    bench.start(FILE);
    bench.kernel.rename(Workbench.ETH0, ETH1);
    bench.settle();
    assertThat(bench.kernel.promoting()).isEmpty();
    bench.kernel.rename(ETH1, Workbench.ETH0);
    bench.settle();
    assertThat(bench.kernel.promoting()).containsExactly(Workbench.ETH0);
  }

  @Test
  void withAVirtualMacAddressTheInterfaceItselfIsLeftAlone() {
    bench.start(FILE.replace("promote_secondaries", "promote_secondaries\n  use_vmac"));
    assertThat(bench.kernel.promoting()).isEmpty();
  }
}
