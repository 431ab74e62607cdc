package dev.vrrpd.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.Proves;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every state, event and relation of claims, enumerated: a changed rule shows as changed rows. */
class StepMatrixTest {
  private static final IpAddress OURS = IpAddress.of("10.9.0.128");
  private static final IpAddress BELOW = IpAddress.of("10.9.0.3");
  private static final IpAddress ABOVE = IpAddress.of("10.9.0.200");
  private static final Moment NOW = Moment.ZERO.plus(Duration.ofSeconds(10));

  /** How a virtual router may be configured, by the keyword that makes the difference. */
  private enum Kind {
    PLAIN,
    NOPREEMPT,
    PREEMPT_DELAY,
    OWNER,
    LOWER_PRIO_NO_ADVERT,
    HIGHER_PRIO_SEND_ADVERT,
    DOWN_TIMER_ADVERTS_5,
    SYNC_GROUP,
    OWNER_IN_SYNC_GROUP;

    boolean owner() {
      return this == OWNER || this == OWNER_IN_SYNC_GROUP;
    }

    boolean grouped() {
      return this == SYNC_GROUP || this == OWNER_IN_SYNC_GROUP;
    }
  }

  @Test
  @Proves(
      refuses = {
        Rule.STARTUP_OWNER_IS_ACTIVE,
        Rule.STARTUP_OTHERS_ARE_BACKUP,
        Rule.BACKUP_IS_SILENT_FOR_THE_ADDRESSES,
        Rule.BACKUP_SHUTS_DOWN_SILENTLY,
        Rule.BACKUP_TAKES_OVER,
        Rule.BACKUP_HEARS_RESIGNATION,
        Rule.BACKUP_FOLLOWS,
        Rule.BACKUP_DISCARDS_WORSE,
        Rule.ACTIVE_ANSWERS_FOR_THE_ADDRESSES,
        Rule.ACTIVE_RESIGNS,
        Rule.ACTIVE_ADVERTISES,
        Rule.ACTIVE_ANSWERS_RESIGNATION,
        Rule.ACTIVE_YIELDS_TO_GREATER_PRIORITY,
        Rule.ACTIVE_YIELDS_TO_GREATER_ADDRESS,
        Rule.ACTIVE_ANSWERS_WORSE,
        Rule.OWNER_ALWAYS_PREEMPTS
      })
  void everyStepIsAsListed() {
    StringBuilder table =
        new StringBuilder(
            """
            # What StateMachine.step does at 10 s. Ours: priority 100 (owner 255), address 10.9.0.128,
            # interval 1 s, preempt_delay 5 s. Backup: down timer at 12 s. Active: adver timer at 10.5 s.
            # version kind state | event -> next state | effects
            """);
    for (Version version : Version.values()) {
      for (Kind kind : Kind.values()) {
        for (Map.Entry<String, State> state : states(kind).entrySet()) {
          events(version, kind)
              .forEach((name, event) -> {
                Transition transition =
                    StateMachine.step(standing(version, kind), state.getValue(), event, NOW);
                assertDeadlineAhead(transition.next(), state.getValue());
                table.append(
                    row(
                        version + " " + kind + " " + state.getKey(),
                        name,
                        state.getValue(),
                        transition));
              });
        }
      }
    }
    Golden.compare("protocol/steps.txt", table.toString());
  }

  private static void assertDeadlineAhead(State next, State before) {
    assertThat(next.deadline().isBefore(NOW) && !next.equals(before)).isFalse();
  }

  private static String row(String who, String event, State before, Transition transition) {
    String next = transition.next().equals(before) ? "stays" : text(transition.next());
    String effects =
        transition.effects().stream().map(StepMatrixTest::text).collect(Collectors.joining(" "));
    return "%s | %s -> %s%s%n"
        .formatted(who, event, next, effects.isEmpty() ? "" : " | " + effects);
  }

  private static String text(Object record) {
    return record
        .toString()
        .replace("[]", "")
        .replaceAll("Optional\\[ActiveRouter\\[address=([^,]*).*?]]", "$1")
        .replaceAll("Optional.empty", "nobody")
        .replaceAll("(\\d+)\\.(\\d*?)0*s\\b", "$1.$2s")
        .replaceAll("(\\d+)\\.s\\b", "$1s")
        .replaceAll("(priority|faults|adver|source|heard|from|to|delay)=", "")
        .replaceAll("activeAdverInterval=", "interval ")
        .replaceAll("activeDown=", "down at ")
        .replaceAll("preemptFrom=never, ", "")
        .replaceAll("preemptFrom=", "listens until ");
  }

  private static Map<String, State> states(Kind kind) {
    Map<String, State> states = new LinkedHashMap<>();
    states.put("Initialize", State.Initialize.HEALTHY);
    Moment down = Moment.ZERO.plus(Duration.ofSeconds(12));
    states.put("Backup", backup(down, Moment.NEVER));
    if (kind == Kind.PLAIN) {
      states.put("Backup(due)", backup(NOW, Moment.NEVER));
    }
    if (kind == Kind.PREEMPT_DELAY) {
      states.put("Backup(listening)", backup(down, NOW.plus(Duration.ofSeconds(1))));
      states.put("Backup(listened)", backup(down, NOW));
    }
    if (kind.grouped()) {
      states.put("Backup(due)", backup(NOW, Moment.NEVER));
      states.put("Backup(expired)", backup(Moment.NEVER, Moment.NEVER));
    }
    states.put("Active", new State.Active(NOW.plus(Duration.ofMillis(500))));
    if (kind == Kind.PLAIN) {
      states.put("Active(due)", new State.Active(NOW));
      states.put("Active(stalled)", new State.Active(Moment.ZERO));
    }
    return states;
  }

  private static State.Backup backup(Moment activeDown, Moment preemptFrom) {
    return new State.Backup(Centiseconds.ONE_SECOND, activeDown, preemptFrom, Optional.empty());
  }

  private static Map<String, Event> events(Version version, Kind kind) {
    Map<String, Event> events = new LinkedHashMap<>();
    Standing other =
        new Standing(
            parameters(version, Kind.DOWN_TIMER_ADVERTS_5),
            new Priority(50),
            Optional.of(OURS),
            false);
    events.put("Startup", new Event.Startup(Moment.ZERO));
    events.put("Startup(not before 15 s)", new Event.Startup(NOW.plus(Duration.ofSeconds(5))));
    events.put("Shutdown", new Event.Shutdown());
    events.put("Tick", new Event.Tick());
    events.put("Faulted", new Event.Faulted(Set.of(new Fault.LinkDown(new InterfaceName("eth0")))));
    events.put("PriorityChanged(from 50)", new Event.PriorityChanged(new Priority(50)));
    events.put("ParametersChanged(from 50, 5 adverts)", new Event.ParametersChanged(other));
    events.put("GivesWay", new Event.GivesWay(false));
    events.put("GivesWay(patient)", new Event.GivesWay(true));
    events.put("GroupActivates", new Event.GroupActivates());
    events.put("GroupYields", new Event.GroupYields(Duration.ZERO));
    Priority ours = kind.owner() ? Priority.OWNER : Priority.DEFAULT;
    events.put("hears 0", heard(version, 0, ABOVE, 100));
    events.put("hears less", heard(version, ours.value() - 1, ABOVE, 100));
    events.put("hears same, address below", heard(version, ours.value(), BELOW, 100));
    events.put("hears same, address above", heard(version, ours.value(), ABOVE, 100));
    if (!kind.owner()) {
      events.put("hears more", heard(version, ours.value() + 1, BELOW, 100));
    }
    if (version == Version.V3) {
      events.put("hears 255, interval 3 s", heard(version, 255, ABOVE, 300));
      events.put("hears 255, interval 0", heard(version, 255, ABOVE, 0));
    }
    return events;
  }

  private static Event heard(Version version, int priority, IpAddress source, int interval) {
    return new Event.AdvertisementReceived(
        new Advertisement(
            version,
            new Vrid(7),
            new Priority(priority),
            new Centiseconds(interval),
            List.of(IpAddress.of("10.9.0.9"))),
        source);
  }

  private static Standing standing(Version version, Kind kind) {
    return new Standing(
        parameters(version, kind),
        kind.owner() ? Priority.OWNER : Priority.DEFAULT,
        Optional.of(OURS),
        kind.grouped());
  }

  private static VirtualRouterParameters parameters(Version version, Kind kind) {
    return new VirtualRouterParameters(
        new Vrid(7),
        version,
        Family.IPV4,
        kind.owner() ? Priority.OWNER : Priority.DEFAULT,
        kind.owner(),
        Centiseconds.ONE_SECOND,
        List.of(IpAddress.of("10.9.0.9")),
        kind != Kind.NOPREEMPT,
        kind == Kind.PREEMPT_DELAY ? Duration.ofSeconds(5) : Duration.ZERO,
        true,
        kind == Kind.DOWN_TIMER_ADVERTS_5 ? 5 : 3,
        kind != Kind.LOWER_PRIO_NO_ADVERT,
        kind == Kind.HIGHER_PRIO_SEND_ADVERT,
        true,
        true,
        Optional.empty(),
        Authentication.NONE,
        ChecksumRule.WITH_PSEUDO_HEADER);
  }
}
