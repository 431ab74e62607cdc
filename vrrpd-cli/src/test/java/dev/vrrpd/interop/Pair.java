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

  private static final List<Pair> UNLIKE =
      ALL.stream().filter(pair -> pair.a() != pair.b()).toList();

  Software on(Side side) {
    return side == Side.A ? a : b;
  }

  /** Every pair in the dialects that differ in how an election goes. */
  static Stream<Arguments> inAllDialects() {
    return inEach(
        EnumSet.of(
            Dialect.V2,
            Dialect.V2_PASS,
            Dialect.V2_UNICAST_PASS,
            Dialect.V3,
            Dialect.V3_UNICAST,
            Dialect.V3_IPV6),
        ALL);
  }

  /** The unlike pairs in those that differ in their octets only. */
  static Stream<Arguments> inAllVariants() {
    return inEach(
        EnumSet.of(Dialect.V2_AH, Dialect.V2_UNICAST_AH, Dialect.V3_IPV6_UNICAST), UNLIKE);
  }

  /** vrrpd with itself in what keepalived 2.2 does not speak. */
  static Stream<Arguments> inNewDialects() {
    return inEach(
        EnumSet.of(Dialect.V2_HMAC, Dialect.V3_UNICAST_HMAC, Dialect.V3_IPV6_HMAC),
        List.of(new Pair(Software.VRRPD, Software.VRRPD)));
  }

  private static Stream<Arguments> inEach(EnumSet<Dialect> dialects, List<Pair> pairs) {
    return dialects.stream()
        .flatMap(dialect -> pairs.stream().map(pair -> Arguments.of(pair, dialect)));
  }

  static Stream<Pair> all() {
    return ALL.stream();
  }

  @Override
  public String toString() {
    return "A " + a + ", B " + b;
  }
}
