package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsettledTest {
  /** Groups in another order than their members. */
  private static final String FILE =
      """
      vrrp_sync_group LATER {
        group { VI_3 VI_4 }
      }
      vrrp_sync_group SOONER {
        group { VI_1 VI_2 }
      }
      """
          + instance(1)
          + instance(2)
          + instance(3)
          + instance(4);

  private final Surroundings around = Workbench.surroundings();
  private final Unsettled unsettled = around.unsettled();
  private final Roster roster = new Roster();
  private final List<VirtualRouter> members =
      Workbench.config(FILE).instances().stream().map(this::member).toList();
  private final SyncGroup later = group(0);
  private final SyncGroup sooner = group(1);

  private static String instance(int number) {
    return """
    vrrp_instance VI_%d {
      interface eth0
      virtual_router_id %d
      virtual_ipaddress {
        192.0.2.%d
      }
    }
    """
        .formatted(number, number, 100 + number);
  }

  private VirtualRouter member(InstanceConfig config) {
    return new VirtualRouter(config, new Counters(), around);
  }

  private SyncGroup group(int index) {
    SyncGroupConfig config = Workbench.config(FILE).syncGroups().get(index);
    return new SyncGroup(
        config,
        members.stream().filter(member -> config.members().contains(member.name())).toList(),
        around);
  }

  private void present(SyncGroup... groups) {
    roster.replace(Map.of(), List.of(), List.of(groups));
  }

  @Test
  void aGroupOfWhichNobodyMovedIsNotLookedAt() {
    present(later, sooner);
    assertThat(unsettled.take(roster)).isEmpty();
    sooner.moved(members.getFirst());
    assertThat(unsettled.take(roster)).containsExactly(sooner);
    assertThat(unsettled.take(roster)).isEmpty();
  }

  @Test
  void theyAreSettledInTheOrderOfTheConfigurationOnceEach() {
    present(later, sooner);
    sooner.moved(members.get(1));
    later.moved(members.get(2));
    sooner.moved(members.get(0));
    assertThat(unsettled.take(roster)).containsExactly(later, sooner);
  }

  @Test
  void aGroupThatAReloadTookAwayIsNotSettled() {
    present(later);
    sooner.moved(members.getFirst());
    assertThat(unsettled.take(roster)).isEmpty();
  }

  @Test
  void aGroupThatWasSettledMayMoveAgain() {
    present(later, sooner);
    for (int turn = 0; turn < 2; turn++) {
      later.moved(members.get(2));
      List<SyncGroup> taken = unsettled.take(roster);
      taken.forEach(group -> group.settle(Moment.ZERO));
      assertThat(taken).containsExactly(later);
    }
  }

  @Test
  void groupsThatLoseTheirLinkInOneTurnAreNotifiedInTheOrderOfTheConfiguration() {
    Workbench bench = new Workbench();
    bench.start(FILE);
    bench.pass(Duration.ofSeconds(5));
    bench.outputs.clear();

    bench.kernel.setLink(Workbench.ETH0, false, false);
    bench.settle();

    assertThat(bench.outputs)
        .filteredOn(output ->
            output instanceof Output.Notify notify && notify.subject() == Output.Subject.GROUP)
        .extracting(output -> ((Output.Notify) output).name())
        .containsExactly("LATER", "SOONER");
  }
}
