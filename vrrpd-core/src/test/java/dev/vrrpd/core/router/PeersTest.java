package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.protocol.Fault;
import org.junit.jupiter.api.Test;

/** {@code unicast_fault_no_peer}: nobody to speak to is a fault until there is somebody. */
class PeersTest {
  private static final String LONELY =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        unicast_src_ip 192.0.2.1
        unicast_fault_no_peer
        virtual_ipaddress {
          192.0.2.10/24
        }
      }
      """;

  private final Workbench bench = new Workbench();

  private RouterSnapshot.Instance instance() {
    return bench.router.snapshot().instances().getFirst();
  }

  @Test
  void withoutPeersItIsInFaultAndWithOneItTakesPart() {
    bench.start(LONELY);
    assertThat(instance().role()).isEqualTo(Note.Role.FAULT);
    assertThat(instance().faults()).containsExactly(new Fault.NoPeers());
    String company =
        LONELY.replace(
            "unicast_fault_no_peer", "unicast_fault_no_peer\nunicast_peer {\n192.0.2.2\n}");
    bench.input(new Input.Reconfigure(Workbench.config(company)));
    assertThat(instance().role()).isEqualTo(Note.Role.BACKUP);
  }

  @Test
  void withoutTheKeywordItSpeaksToTheGroup() {
    bench.start(LONELY.replace("unicast_fault_no_peer", ""));
    assertThat(instance().role()).isEqualTo(Note.Role.BACKUP);
  }
}
