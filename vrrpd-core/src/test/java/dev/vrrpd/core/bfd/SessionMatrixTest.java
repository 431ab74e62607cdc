package dev.vrrpd.core.bfd;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Every state, every event: what RFC 5880 sections 6.2 and 6.8.6 make of it, as one table. A rule
 * that changes shows as changed rows.
 */
class SessionMatrixTest {
  static final BfdConfig CONFIG =
      new BfdConfig(
          "s",
          IpAddress.of("10.9.0.2"),
          Optional.empty(),
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofSeconds(1),
          3,
          false,
          255,
          OptionalInt.of(0),
          false,
          0,
          false);

  private static final Moment NOW = new Moment(1_000_000_000L);

  @Test
  void theStateMachineIsTheTableOfTheRfc() {
    StringBuilder table = new StringBuilder();
    for (SessionState state : List.of(SessionState.DOWN, SessionState.INIT, SessionState.UP)) {
      for (SessionState theirs : SessionState.values()) {
        for (boolean poll : List.of(false, true)) {
          BfdSession.Step step =
              in(state).received(heard(theirs, poll), NOW, new SplittableRandom(1));
          row(table, state, theirs + (poll ? " and P" : ""), step);
        }
      }
      row(table, state, "detection time", in(state).tick(NOW, new SplittableRandom(1)));
    }
    Golden.compare("bfd/matrix.txt", table.toString());
  }

  private static void row(
      StringBuilder table, SessionState state, String event, BfdSession.Step step) {
    table.append(
        "%-5s hears %-16s -> %-5s %-31s%s%n"
            .formatted(
                state,
                event,
                step.next().state(),
                step.next().diagnostic(),
                step.effects().stream().map(SessionMatrixTest::effect).toList()));
  }

  private static String effect(SessionEffect effect) {
    return switch (effect) {
      case SessionEffect.Send(ControlPacket packet) ->
          "send %s%s%s every %d ms"
              .formatted(
                  packet.state(),
                  packet.poll() ? " and P" : "",
                  packet.answer() ? " and F" : "",
                  packet.desiredMinTx().toMillis());
      case SessionEffect.Entered entered -> "enter " + entered.to();
    };
  }

  static BfdSession in(SessionState state) {
    BfdSession fresh = BfdSession.start(CONFIG, 7, Moment.ZERO);
    Remote peer = Remote.of(heard(SessionState.DOWN, false));
    return new BfdSession(
        CONFIG,
        7,
        state,
        SessionDiagnostic.NONE,
        peer,
        false,
        state == SessionState.UP ? CONFIG.minTx() : CONFIG.idleTx(),
        fresh.rxInUse(),
        Moment.ZERO,
        NOW.plus(Duration.ofMillis(1)),
        NOW);
  }

  static ControlPacket heard(SessionState state, boolean poll) {
    return new ControlPacket(
        SessionDiagnostic.NONE,
        state,
        poll,
        false,
        false,
        false,
        5,
        9,
        7,
        Duration.ofMillis(30),
        Duration.ofMillis(40));
  }
}
