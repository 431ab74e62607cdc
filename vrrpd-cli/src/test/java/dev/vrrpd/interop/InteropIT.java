package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Elections, farewells and failures, by every pair in every dialect. Times are those of the
 * capture.
 */
@InLab
class InteropIT {
  private static final int HIGH = 150;
  private static final int LOW = 100;

  /** More than three intervals and any skew: whoever wanted to take over has done so by then. */
  private static final int LONG_ENOUGH = 6;

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource({
    "dev.vrrpd.interop.Pair#inAllDialects",
    "dev.vrrpd.interop.Pair#inAllVariants",
    "dev.vrrpd.interop.Pair#inNewDialects"
  })
  void theHigherPriorityTakesOverLeavesReturnsAndDies(Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    duel.start(B, LOW);
    duel.awaitTakeover(B);
    var first = duel.start(A, HIGH);
    duel.awaitTakeover(A);
    assertThat(first.terminate()).isZero();
    duel.awaitTakeover(B);
    duel.start(A, HIGH);
    duel.awaitTakeover(A);
    duel.node(A).powerOff();
    duel.awaitTakeover(B);

    duel.assertReigns(B, A, B, A, B);
    duel.assertPatienceAfterFarewell(2, dialect.skew(LOW));
    duel.assertPatience(4, dialect.activeDown(LOW));
    duel.assertWellSpoken();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("dev.vrrpd.interop.Pair#inAllDialects")
  void withoutPreemptionTheReturnedOneWaitsForTheOthersFarewell(
      Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    var first = duel.start(A, HIGH, "nopreempt");
    duel.awaitTakeover(A);
    var other = duel.start(B, LOW, "nopreempt");
    other.awaitLine("Entering BACKUP STATE");
    first.terminate();
    duel.awaitTakeover(B);
    duel.start(A, HIGH, "nopreempt").awaitLine("Entering BACKUP STATE");
    duel.awaitAdverts(B, LONG_ENOUGH);
    duel.assertHolds(B);
    other.terminate();
    duel.awaitTakeover(A);

    duel.assertReigns(A, B, A);
    duel.assertPatienceAfterFarewell(2, dialect.skew(HIGH));
    duel.assertWellSpoken();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("dev.vrrpd.interop.Pair#inAllDialects")
  void preemptionWaitsForItsDelay(Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    duel.start(B, LOW);
    duel.awaitTakeover(B);
    int mark = duel.capture().mark();
    var joined = duel.start(A, HIGH, "preempt_delay 3").awaitLine("Entering BACKUP STATE");
    var tookOver = duel.awaitAdvert(A, mark);
    duel.awaitTakeover(A);

    // The log counts whole seconds at the door of a pipe; the delay is longer than that by far.
    assertThat(Duration.between(joined.at(), tookOver.at())).isGreaterThan(Duration.ofSeconds(3));
    duel.assertReigns(B, A);
    duel.assertWellSpoken();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("dev.vrrpd.interop.Pair#inAllDialects")
  void ofTwoActiveOnesWithEqualPriorityTheHigherAddressStays(Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    duel.node(A).isolate(true);
    duel.node(B).isolate(true);
    duel.start(A, LOW);
    duel.start(B, LOW);
    duel.node(A).awaitAddress(dialect.virtualAddress(), true);
    duel.node(B).awaitAddress(dialect.virtualAddress(), true);
    duel.node(A).isolate(false);
    duel.node(B).isolate(false);
    duel.node(A).awaitAddress(dialect.virtualAddress(), false);
    duel.assertHolds(B);
    int mark = duel.capture().mark();
    duel.awaitAdverts(B, LONG_ENOUGH);
    duel.assertHolds(B);

    assertThat(duel.capture().advertsSince(mark))
        .noneMatch(advert -> advert.source().equals(dialect.source(A)));
    duel.assertWellSpoken();
  }
}
