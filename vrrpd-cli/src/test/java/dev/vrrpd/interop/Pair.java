package dev.vrrpd.interop;

import dev.vrrpd.lab.Software;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Which software runs on A and which on B. keepalived with itself is the reference: it passes what
 * all must pass.
 */
record Pair(Software a, Software b) {
  static final List<Pair> ALL =
      List.of(
          new Pair(Software.KEEPALIVED, Software.KEEPALIVED),
          new Pair(Software.VRRPD, Software.KEEPALIVED),
          new Pair(Software.KEEPALIVED, Software.VRRPD),
          new Pair(Software.VRRPD, Software.VRRPD));

  Software on(Side side) {
    return side == Side.A ? a : b;
  }

  /** Every pair in every dialect that many labs can speak at once. */
  static Stream<Arguments> inAllDialects() {
    return EnumSet.complementOf(EnumSet.of(Dialect.V3_10MS)).stream()
        .flatMap(dialect -> ALL.stream().map(pair -> Arguments.of(pair, dialect)));
  }

  static Stream<Pair> all() {
    return ALL.stream();
  }

  @Override
  public String toString() {
    return "A " + a + ", B " + b;
  }
}
