package dev.vrrpd.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupRuleTest {
  private static final State ACTIVE = new State.Active(Moment.ZERO);
  private static final State WAITING = backup(Moment.ZERO);
  private static final State EXPIRED = backup(Moment.NEVER);
  private static final State FAULTY =
      new State.Initialize(Set.of(new Fault.LinkDown(new InterfaceName("eth0"))));

  @Test
  void becomesActiveOnlyWhenTheTimersOfAllHaveFired() {
    assertThat(GroupRule.verdict(List.of(EXPIRED, WAITING))).isEqualTo(GroupRule.Verdict.STAY);
    assertThat(GroupRule.verdict(List.of(EXPIRED, FAULTY))).isEqualTo(GroupRule.Verdict.STAY);
    assertThat(GroupRule.verdict(List.of(EXPIRED, EXPIRED))).isEqualTo(GroupRule.Verdict.ACTIVATE);
  }

  @Test
  void nobodyStaysActiveAlone() {
    assertThat(GroupRule.verdict(List.of(ACTIVE, ACTIVE))).isEqualTo(GroupRule.Verdict.STAY);
    assertThat(GroupRule.verdict(List.of(ACTIVE, WAITING))).isEqualTo(GroupRule.Verdict.YIELD);
    assertThat(GroupRule.verdict(List.of(ACTIVE, EXPIRED))).isEqualTo(GroupRule.Verdict.YIELD);
    assertThat(GroupRule.verdict(List.of(FAULTY, ACTIVE))).isEqualTo(GroupRule.Verdict.YIELD);
  }

  @Test
  void aFaultOfOneIsAFaultOfAllButWaitingIsOnlyWaiting() {
    Fault pending = new Fault.ScriptPending("chk");

    assertThat(GroupRule.shared("G", List.of(Set.of(new Fault.ScriptFailed("chk")), Set.of())))
        .containsExactly(new Fault.GroupFault("G"));
    assertThat(GroupRule.shared("G", List.of(Set.of(pending)))).containsExactly(pending);
  }

  private static State backup(Moment activeDown) {
    return new State.Backup(Centiseconds.ONE_SECOND, activeDown, Moment.NEVER, Optional.empty());
  }
}
