package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Advertisements each 10 ms. Alone on the machine: 36 ms of silence make a second Active router.
 */
@InLab
@Isolated
class FastInteropIT {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.vrrpd.interop.Pair#all")
  void atTenMillisecondsTheHigherPriorityTakesOverLeavesReturnsAndDies(Pair pair, Lab lab) {
    var dialect = Dialect.V3_10MS;
    var duel = new Duel(lab, pair, dialect);
    duel.start(B, 100);
    duel.awaitActive(B);
    var first = duel.start(A, 150);
    duel.awaitActive(A);
    duel.awaitAdverts(A, 300);
    first.terminate();
    duel.awaitActive(B);
    duel.start(A, 150);
    duel.awaitActive(A);
    duel.node(A).powerOff();
    duel.awaitActive(B);
    duel.awaitAdverts(B, 300);

    duel.assertReigns(B, A, B, A, B);
    duel.assertPatienceAfterFarewell(2, dialect.skew(100));
    duel.assertPatience(4, dialect.activeDown(100));
    duel.assertWellSpoken();
  }
}
