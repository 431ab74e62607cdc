package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code no_track} and {@code track_group} of addresses, virtual and static. */
class AddressTrackingTest {
  private static final InterfaceName ETH1 = new InterfaceName("eth1");
  private static final IpAddress ELSEWHERE = IpAddress.of("198.51.100.10");
  private static final IpAddress HERE = IpAddress.of("192.0.2.10");

  private final Workbench bench = new Workbench();

  /** The lines stand in place of the words of the same name. */
  private static String file(String statics, String options) {
    return """
    track_group G {
      group { VI_1 }
    }
    static_ipaddress {
      %s
    }
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      virtual_ipaddress {
        192.0.2.10/24 %s
        198.51.100.10/24 dev eth1 %s
      }
    }
    """
        .formatted(statics, options, options);
  }

  private void becomeActive(String file) {
    bench.kernel.addLink(ETH1);
    bench.start(file);
    bench.pass(Duration.ofSeconds(4));
    assertThat(role()).isEqualTo(Note.Role.ACTIVE);
  }

  private Note.Role role() {
    return bench.router.snapshot().instances().getFirst().role();
  }

  private void switchOff(InterfaceName link) {
    bench.kernel.setLink(link, false, false);
    bench.settle();
  }

  @Test
  void anInterfaceOfATrackedAddressThatGoesDownIsAFault() {
    becomeActive(file("", ""));
    switchOff(ETH1);
    assertThat(role()).isEqualTo(Note.Role.FAULT);
  }

  @Test
  void anInterfaceOfAnAddressThatIsNotTrackedMayGoDown() {
    becomeActive(file("", "no_track"));
    switchOff(ETH1);
    assertThat(role()).isEqualTo(Note.Role.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no_track"})
  void whatSomebodyRemovesComesBackOnlyIfItIsTracked(String options) {
    becomeActive(file("", options));
    bench.kernel.removeAddress(Workbench.ETH0, HERE);
    bench.settle();
    bench.pass(Duration.ofSeconds(2));
    assertThat(role()).isEqualTo(Note.Role.ACTIVE);
    assertThat(bench.kernel.has(Workbench.ETH0, HERE)).isEqualTo(options.isEmpty());
    assertThat(bench.kernel.has(ETH1, ELSEWHERE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no_track"})
  void whatSomebodyRemovesOfTheStaticOnesComesBackOnlyIfItIsTracked(String options) {
    becomeActive(file("233.252.0.1/24 dev eth1 " + options, ""));
    IpAddress fixed = IpAddress.of("233.252.0.1");
    bench.kernel.removeAddress(ETH1, fixed);
    bench.settle();
    bench.pass(Duration.ofSeconds(2));
    assertThat(bench.kernel.has(ETH1, fixed)).isEqualTo(options.isEmpty());
  }

  @Test
  void aStaticAddressThatIsNotTrackedComesBackWithItsInterfaceOnly() {
    becomeActive(file("233.252.0.1/24 dev eth1 no_track", "no_track"));
    IpAddress fixed = IpAddress.of("233.252.0.1");
    bench.kernel.removeAddress(ETH1, fixed);
    switchOff(ETH1);
    bench.kernel.setLink(ETH1, true, true);
    bench.settle();
    bench.pass(Duration.ofSeconds(2));
    assertThat(bench.kernel.has(ETH1, fixed)).isFalse();

    bench.kernel.removeLink(ETH1);
    bench.kernel.addLink(ETH1);
    bench.settle();
    bench.pass(Duration.ofSeconds(2));
    assertThat(bench.kernel.has(ETH1, fixed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "track_group G"})
  void aStaticAddressFaultsThoseOfItsTrackGroup(String options) {
    becomeActive(file("233.252.0.1/24 dev eth1 " + options, "no_track"));
    switchOff(ETH1);
    assertThat(role()).isEqualTo(options.isEmpty() ? Note.Role.ACTIVE : Note.Role.FAULT);
    bench.kernel.setLink(ETH1, true, true);
    bench.settle();
    bench.pass(Duration.ofSeconds(4));
    assertThat(role()).isEqualTo(Note.Role.ACTIVE);
  }
}
