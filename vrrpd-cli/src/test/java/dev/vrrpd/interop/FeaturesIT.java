package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an instance can be beside its dialect, handed from vrrpd to keepalived and back. */
@InLab(programs = "ping")
class FeaturesIT {
  private static final int HIGH = 150;
  private static final int LOW = 100;
  private static final List<String> EXCLUDED = List.of("10.9.0.200", "fd09::200");

  /** Of both families; none of them is advertised. */
  private static final String[] EXCLUDE = {
    "virtual_ipaddress_excluded {", "  10.9.0.200/24", "  fd09::200/64", "}"
  };

  private static final Pair OURS_FIRST = new Pair(Software.VRRPD, Software.KEEPALIVED);
  private static final Pair THEIRS_FIRST = new Pair(Software.KEEPALIVED, Software.VRRPD);

  /** Both roles, and both families. */
  static Stream<Arguments> evenly() {
    return Stream.of(
        Arguments.of(OURS_FIRST, Dialect.V3), Arguments.of(THEIRS_FIRST, Dialect.V3_IPV6));
  }

  /** The other half. */
  static Stream<Arguments> oddly() {
    return Stream.of(
        Arguments.of(OURS_FIRST, Dialect.V3_IPV6), Arguments.of(THEIRS_FIRST, Dialect.V3));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("evenly")
  void excludedAddressesOfBothFamiliesMoveWithTheOthersAndAreNotAdvertised(
      Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    duel.start(B, LOW, EXCLUDE);
    duel.awaitTakeover(B);
    EXCLUDED.forEach(address -> lab.awaitOnly(duel.node(B), address));
    var first = duel.start(A, HIGH, EXCLUDE);
    duel.awaitTakeover(A);
    EXCLUDED.forEach(address -> lab.awaitOnly(duel.node(A), address));
    first.terminate();
    duel.awaitTakeover(B);
    EXCLUDED.forEach(address -> lab.awaitOnly(duel.node(B), address));

    List<IpAddress> excluded = EXCLUDED.stream().map(IpAddress::of).toList();
    assertThat(duel.capture().adverts())
        .flatExtracting(Frame.Advert::addresses)
        .doesNotContainAnyElementsOf(excluded);
    duel.assertReigns(B, A, B);
    duel.assertWellSpoken();
  }

  /** Strict mode does not accept either: RFC 9568 section 6.1, Accept_Mode. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("oddly")
  void strictOnesAgreeAndDoNotAccept(Pair pair, Dialect dialect, Lab lab) {
    conceal(lab, new Duel(lab, pair, dialect), dialect, "strict_mode");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("evenly")
  void whoeverIsActiveWithoutAcceptIsResolvedAndDoesNotAnswer(Pair pair, Dialect dialect, Lab lab) {
    conceal(lab, new Duel(lab, pair, dialect), dialect, "no_accept");
  }

  private static void conceal(Lab lab, Duel duel, Dialect dialect, String keyword) {
    Node client = lab.node("client", "10.9.0.9/24", "fd09::9/64");
    duel.start(B, LOW, keyword);
    duel.awaitTakeover(B);
    assertSilent(client, dialect, B);
    var first = duel.start(A, HIGH, keyword);
    duel.awaitTakeover(A);
    assertSilent(client, dialect, A);
    first.terminate();
    duel.awaitTakeover(B);
    duel.assertReigns(B, A, B);
    duel.assertWellSpoken();
  }

  private static void assertSilent(Node client, Dialect dialect, Side active) {
    String address = dialect.virtualAddress();
    assertThat(client.attempt("ping", "-c", "1", "-W", "1", address).exit()).isNotZero();
    assertThat(client.exec("ip", "neigh", "show", address)).contains(active.mac());
  }
}
