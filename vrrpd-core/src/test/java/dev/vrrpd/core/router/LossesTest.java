package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.router.Note.Remedy;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code on_vip_loss}: somebody takes away what an Active router holds. */
class LossesTest {
  private static final InterfaceName VMAC = new InterfaceName("vrrp.51");
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /** 156/256 of a second. */
  private static final Duration SKEW = Duration.ofNanos(609_375_000);

  private final Workbench bench = new Workbench();

  private static String file(String... lines) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      virtual_ipaddress {
        192.0.2.10
        192.0.2.11
      }
      virtual_routes {
        198.51.100.0/24 via 192.0.2.254 dev eth0
      }
      %s
    }
    """
        .formatted(String.join("\n  ", lines));
  }

  private void becomeActive(String... lines) {
    bench.start(file(lines));
    bench.pass(Duration.ofSeconds(5));
    assertThat(role()).isEqualTo(Role.ACTIVE);
    bench.outputs.clear();
  }

  private Role role() {
    return bench.router.snapshot().instances().getFirst().role();
  }

  private void removeAddress(InterfaceName link) {
    bench.kernel.removeAddress(link, IpAddress.of("192.0.2.10"));
    bench.settle();
    bench.pass(A_MOMENT);
  }

  private void removeRoute() {
    bench.kernel.removeRouting(bench.kernel.routing().iterator().next());
    bench.settle();
    bench.pass(A_MOMENT);
  }

  private void removeLink() {
    bench.kernel.removeLink(VMAC);
    bench.settle();
    bench.pass(A_MOMENT);
  }

  private boolean holds(InterfaceName link) {
    return bench.kernel.has(link, IpAddress.of("192.0.2.10"));
  }

  private boolean resigned() {
    return bench.outputs.stream()
        .filter(Output.Transmit.class::isInstance)
        .anyMatch(output ->
            ((Output.Transmit) output).advertisement().priority().equals(Priority.RESIGN));
  }

  @Test
  void restorePutsBackWhatWasTakenAndStaysActive() {
    becomeActive();
    removeAddress(Workbench.ETH0);
    assertThat(holds(Workbench.ETH0)).isTrue();
    assertThat(role()).isEqualTo(Role.ACTIVE);
    assertThat(resigned()).isFalse();
    assertThat(bench.told(Note.AddressLost.class))
        .extracting(Note.AddressLost::remedy)
        .containsExactly(Remedy.RESTORED);
  }

  @Test
  void theSixthBlowInTenSecondsLetsItGiveWayForAWholeInterval() {
    becomeActive();
    for (int blow = 0; blow < 5; blow++) {
      removeAddress(Workbench.ETH0);
      removeRoute();
      bench.pass(Duration.ofMillis(100));
      assertThat(role()).isEqualTo(Role.ACTIVE);
    }
    removeAddress(Workbench.ETH0);
    assertThat(role()).isEqualTo(Role.BACKUP);
    assertThat(resigned()).isTrue();
    assertThat(bench.kernel.routing()).isEmpty();
    bench.pass(Duration.ofSeconds(3));
    assertThat(role()).isEqualTo(Role.BACKUP);
    bench.pass(Duration.ofSeconds(1));
    assertThat(holds(Workbench.ETH0)).isTrue();
  }

  @Test
  void fiveBlowsAreForgottenAfterTenSeconds() {
    becomeActive();
    for (int blow = 0; blow < 20; blow++) {
      removeAddress(Workbench.ETH0);
      bench.pass(Duration.ofSeconds(2));
    }
    assertThat(bench.told(Note.AddressLost.class))
        .hasSize(20)
        .allMatch(lost -> lost.remedy() == Remedy.RESTORED);
  }

  @Test
  void backupGivesWayForSkewTimeAsKeepalivedDoes() {
    becomeActive("on_vip_loss backup");
    removeAddress(Workbench.ETH0);
    assertThat(role()).isEqualTo(Role.BACKUP);
    assertThat(resigned()).isTrue();
    assertThat(bench.kernel.has(Workbench.ETH0, IpAddress.of("192.0.2.11"))).isFalse();
    bench.pass(SKEW.minus(A_MOMENT));
    assertThat(role()).isEqualTo(Role.BACKUP);
    bench.pass(A_MOMENT);
    assertThat(role()).isEqualTo(Role.ACTIVE);
    assertThat(holds(Workbench.ETH0)).isTrue();
  }

  @Test
  void backupGivesWayForARouteToo() {
    becomeActive("on_vip_loss backup");
    removeRoute();
    assertThat(role()).isEqualTo(Role.BACKUP);
    assertThat(bench.told(Note.RoutingLost.class))
        .extracting(Note.RoutingLost::remedy)
        .containsExactly(Remedy.GAVE_WAY);
  }

  @Test
  void faultStaysAwayUntilAReload() {
    becomeActive("on_vip_loss fault");
    removeAddress(Workbench.ETH0);
    assertThat(role()).isEqualTo(Role.FAULT);
    assertThat(resigned()).isTrue();
    assertThat(bench.router.snapshot().instances().getFirst().faults())
        .containsExactly(new Fault.TakenAway());
    bench.pass(Duration.ofHours(1));
    assertThat(role()).isEqualTo(Role.FAULT);
    bench.input(new Input.Reconfigure(Workbench.config(file("on_vip_loss fault"))));
    assertThat(role()).isEqualTo(Role.BACKUP);
    bench.pass(Duration.ofSeconds(5));
    assertThat(holds(Workbench.ETH0)).isTrue();
  }

  @Test
  void theGlobalPolicyCountsForWhoeverHasNone() {
    bench.start("global_defs {\n vrrp_on_vip_loss fault\n}\n" + file());
    bench.pass(Duration.ofSeconds(5));
    removeRoute();
    assertThat(role()).isEqualTo(Role.FAULT);
  }

  @Test
  void aVirtualMacInterfaceComesBackWithItsAddressesAtOneBlow() {
    becomeActive("use_vmac");
    for (int blow = 0; blow < 5; blow++) {
      removeLink();
      assertThat(holds(VMAC)).isTrue();
      assertThat(role()).isEqualTo(Role.ACTIVE);
      bench.pass(Duration.ofMillis(100));
    }
    removeLink();
    assertThat(role()).isEqualTo(Role.BACKUP);
    assertThat(bench.told(Note.LinkLost.class)).hasSize(6);
    assertThat(bench.told(Note.LinkLost.class).getLast().remedy()).isEqualTo(Remedy.GAVE_WAY);
  }

  @Test
  void backupFollowsAVirtualMacInterfaceThroughFaultToBackup() {
    becomeActive("use_vmac", "on_vip_loss backup");
    removeLink();
    assertThat(bench.told(Note.RoleEntered.class))
        .extracting(Note.RoleEntered::to)
        .containsExactly(Role.FAULT, Role.BACKUP);
    bench.pass(Duration.ofSeconds(4));
    assertThat(role()).isEqualTo(Role.ACTIVE);
  }

  @Test
  void faultKeepsAnInstanceWhoseVirtualMacInterfaceWasRemovedAway() {
    becomeActive("use_vmac", "on_vip_loss fault");
    removeLink();
    bench.pass(Duration.ofMinutes(1));
    assertThat(role()).isEqualTo(Role.FAULT);
    assertThat(bench.told(Note.LinkLost.class)).hasSize(1);
  }

  @Test
  void aBaseThatIsTakenOutIsNobodysTheft() {
    becomeActive("use_vmac", "on_vip_loss fault");
    bench.kernel.removeLink(Workbench.ETH0);
    bench.settle();
    bench.pass(Duration.ofSeconds(1));
    assertThat(role()).isEqualTo(Role.FAULT);
    assertThat(bench.told(Note.LinkLost.class)).isEmpty();
    bench.kernel.addLink(Workbench.ETH0);
    bench.kernel.addAddress(Workbench.ETH0, IpAddress.of("192.0.2.1"), 24, 0);
    bench.settle();
    bench.pass(Duration.ofSeconds(40));
    assertThat(role()).isEqualTo(Role.ACTIVE);
  }

  @Test
  void anAddressThatGoesWithItsLinkIsNobodysTheft() {
    becomeActive("dont_track_primary", "on_vip_loss fault");
    bench.kernel.setLink(Workbench.ETH0, false, false);
    bench.kernel.removeAddress(Workbench.ETH0, IpAddress.of("192.0.2.10"));
    bench.settle();
    bench.pass(A_MOMENT);
    assertThat(bench.told(Note.AddressLost.class)).isEmpty();
    assertThat(role()).isEqualTo(Role.ACTIVE);
  }
}
