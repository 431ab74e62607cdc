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
    duel.awaitTakeover(B);
    var first = duel.start(A, 150);
    duel.awaitTakeover(A);
    duel.awaitAdverts(A, 300);
    first.terminate();
    duel.awaitTakeover(B);
    duel.start(A, 150);
    duel.awaitTakeover(A);
    duel.node(A).powerOff();
    duel.awaitTakeover(B);
    duel.awaitAdverts(B, 300);

    duel.assertOnlySilenceMakes(B, 100);
    duel.assertWellSpoken();
  }
}
