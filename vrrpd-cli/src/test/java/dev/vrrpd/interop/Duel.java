package dev.vrrpd.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Reign;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Two machines on a LAN, the daemons that they run, and what is asked of them. */
final class Duel {
  /** Time stamps of kernel and daemon are one clock; this much is rounding. */
  private static final Duration CLOCK = Duration.ofMillis(2);

  private final Lab lab;
  private final Pair pair;
  private final Dialect dialect;
  private final Node a;
  private final Node b;
  private final Capture capture;
  private final Map<Side, Program> running = new EnumMap<>(Side.class);
  private final Map<Side, Integer> announced = new EnumMap<>(Side.class);

  Duel(Lab lab, Pair pair, Dialect dialect) {
    this.lab = lab;
    this.pair = pair;
    this.dialect = dialect;
    this.a = node("a", Side.A);
    this.b = node("b", Side.B);
    this.capture = lab.capture();
  }

  private Node node(String name, Side side) {
    return lab.node(name, side.ipv4() + "/24", side.ipv6() + "/64");
  }

  Node node(Side side) {
    return side == Side.A ? a : b;
  }

  Capture capture() {
    return capture;
  }

  /** SIGKILL for what a side runs. */
  void crash(Side side) {
    running.get(side).crash();
  }

  /** Starts the daemon of a side, with lines for its instance beside what the dialect says. */
  Program start(Side side, int priority, String... more) {
    Program program =
        pair.on(side).start(node(side), dialect.configuration(side, priority, List.of(more)));
    running.put(side, program);
    return program;
  }

  /**
   * Waits until the virtual address has come to this side, and to it alone, and until that was
   * announced: five frames at least for each time.
   */
  void awaitTakeover(Side side) {
    lab.awaitOnly(node(side), dialect.virtualAddress());
    int frames = announced.merge(side, 5, Integer::sum);
    capture.awaitAnnouncements(dialect.virtualAddress(), side.mac(), frames);
  }

  /** The virtual address is on this side and not on the other. */
  void assertHolds(Side side) {
    assertThat(lab.holders(dialect.virtualAddress())).containsExactly(node(side).name());
  }

  /** Waits for this many advertisements of a side from now on: time as VRRP counts it. */
  void awaitAdverts(Side side, int count) {
    int mark = capture.mark();
    for (int i = 0; i < count; i++) {
      awaitAdvert(side, mark);
      mark = capture.mark();
    }
  }

  Frame.Advert awaitAdvert(Side side, int mark) {
    return capture.awaitAdvert(
        mark, advert -> advert.source().equals(dialect.source(side)) && advert.priority() > 0);
  }

  /** Nobody spoke between; no router saw two Active ones for longer than one advertisement. */
  void assertReigns(Side... sides) {
    assertThat(capture.reigns(Dialect.VRID))
        .extracting(Reign::source)
        .containsExactly(
            List.of(sides).stream()
                .map(dialect::source)
                .toArray(dev.vrrpd.core.value.IpAddress[]::new));
  }

  /**
   * The lower priority never took over without having heard nothing for as long as it must; the
   * higher one may at any time. Unlike {@link #assertReigns} this holds on a machine that now and
   * then stalls for longer than three intervals.
   */
  void assertOnlySilenceMakes(Side lower, int priority) {
    List<Reign> reigns = capture.reigns(Dialect.VRID);
    for (int i = 1; i < reigns.size(); i++) {
      if (reigns.get(i).source().equals(dialect.source(lower))
          && !saidFarewell(reigns.get(i - 1), reigns.get(i))) {
        assertPatience(i, dialect.activeDown(priority));
      }
    }
  }

  private boolean saidFarewell(Reign before, Reign after) {
    return capture
        .adverts(Dialect.VRID)
        .filter(advert -> advert.priority() == 0)
        .anyMatch(
            advert -> advert.at().isAfter(before.last()) && advert.at().isBefore(after.first()));
  }

  Reign reign(int index) {
    return capture.reigns(Dialect.VRID).get(index);
  }

  /** A reign began no sooner after the last word of the one before than the protocol allows. */
  void assertPatience(int reign, Duration least) {
    assertThat(Duration.between(reign(reign - 1).last(), reign(reign).first()))
        .isGreaterThanOrEqualTo(least.minus(CLOCK));
  }

  /** A reign began no sooner after the farewell before it than the skew allows. */
  void assertPatienceAfterFarewell(int reign, Duration least) {
    Frame.Advert farewell =
        capture
            .adverts(Dialect.VRID)
            .filter(advert -> advert.priority() == 0)
            .filter(advert -> advert.at().isBefore(reign(reign).first()))
            .reduce((_, later) -> later)
            .orElseThrow(() -> new AssertionError("no farewell before reign " + reign));
    assertThat(farewell.at()).isAfter(reign(reign - 1).last());
    assertThat(Duration.between(farewell.at(), reign(reign).first()))
        .isGreaterThanOrEqualTo(least.minus(CLOCK));
  }

  /** What every captured advertisement must be; ends the capture. */
  void assertWellSpoken() {
    if (dialect.isKnownToTshark()) {
      assertThat(capture.faultyPackets()).isEmpty();
    }
    assertThat(capture.adverts())
        .isNotEmpty()
        .allSatisfy(advert -> {
          assertThat(advert.version()).isEqualTo(dialect.version());
          assertThat(advert.vrid()).isEqualTo(Dialect.VRID);
          assertThat(advert.ttl()).isEqualTo(255);
          assertThat(advert.interval()).isEqualTo((int) (dialect.interval().toMillis() / 10));
          Side from = advert.source().equals(dialect.source(Side.A)) ? Side.A : Side.B;
          assertThat(advert.source()).isEqualTo(dialect.source(from));
          assertThat(advert.destination()).isEqualTo(dialect.destination(from.peer()));
        });
  }
}
