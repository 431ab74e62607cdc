package dev.vrrpd.core.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two speakers on a wire with a delay, in virtual time. */
class BfdSpeakerTest {
  private static final Duration WIRE = Duration.ofNanos(200_000);

  private final Side a = new Side("10.9.0.1", "10.9.0.2", 1);
  private final Side b = new Side("10.9.0.2", "10.9.0.1", 2);
  private final TreeMap<Long, List<Runnable>> agenda = new TreeMap<>();
  private long now;
  private boolean cut;
  private int ttl = 255;

  /** One end: what it has sent and said. */
  private final class Side {
    private final BfdSpeaker speaker;
    private final String own;
    private final String other;
    private final List<Long> sent = new ArrayList<>();
    private final List<ControlPacket> packets = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();

    Side(String own, String other, long seed) {
      this.own = own;
      this.other = other;
      this.speaker = new BfdSpeaker(new SplittableRandom(seed));
    }

    BfdConfig config(int minTx, int minRx, int multiplier, boolean passive) {
      return new BfdConfig(
          "s",
          IpAddress.of(other),
          Optional.of(IpAddress.of(own)),
          Duration.ofMillis(minRx),
          Duration.ofMillis(minTx),
          Duration.ofSeconds(1),
          multiplier,
          passive,
          255,
          OptionalInt.of(0),
          false,
          0,
          false);
    }

    void configure(BfdConfig config, boolean running) {
      perform(speaker.configure(List.of(config), running, new Moment(now)));
    }

    void perform(List<BfdOutput> outputs) {
      for (BfdOutput output : outputs) {
        switch (output) {
          case BfdOutput.Transmit(String _, ControlPacket packet) -> {
            sent.add(now);
            packets.add(packet);
            Side peer = this == a ? b : a;
            if (!cut) {
              at(now + WIRE.toNanos(), () -> peer.hear(packet, own));
            }
          }
          case BfdOutput.Verdict(String _, boolean up) ->
              verdicts.add(now / 1_000_000 + (up ? " up" : " down"));
          case BfdOutput.Tell _ -> {}
        }
      }
    }

    void hear(ControlPacket packet, String from) {
      Datagram datagram =
          new Datagram(IpAddress.of(from), IpAddress.of(own), ttl, ControlPackets.encode(packet));
      perform(speaker.heard(datagram, false, new Moment(now)));
    }

    BfdSession session() {
      return speaker.sessions().getFirst();
    }
  }

  private void at(long moment, Runnable task) {
    agenda.computeIfAbsent(moment, _ -> new ArrayList<>()).add(task);
  }

  private void run(Duration length) {
    long end = now + length.toNanos();
    while (true) {
      long due = Math.min(a.speaker.nextDeadline().nanos(), b.speaker.nextDeadline().nanos());
      long next = agenda.isEmpty() ? due : Math.min(due, agenda.firstKey());
      if (next > end) {
        now = end;
        return;
      }
      now = Math.max(now, next);
      if (!agenda.isEmpty() && agenda.firstKey() <= now) {
        agenda.pollFirstEntry().getValue().forEach(Runnable::run);
      } else {
        a.perform(a.speaker.tick(new Moment(now)));
        b.perform(b.speaker.tick(new Moment(now)));
      }
    }
  }

  private void establish() {
    a.configure(a.config(10, 10, 3, false), false);
    b.configure(b.config(10, 10, 3, false), false);
    run(Duration.ofSeconds(3));
    assertThat(a.session().state()).isEqualTo(SessionState.UP);
    assertThat(b.session().state()).isEqualTo(SessionState.UP);
  }

  @Test
  void aSilentPeerIsNoticedWithinTheDetectionTime() {
    establish();
    cut = true;
    long lost = now;
    run(Duration.ofSeconds(1));
    assertThat(a.verdicts).hasSize(3).last().asString().endsWith("down");
    String verdict = a.verdicts.getLast();
    long noticed = Long.parseLong(verdict.substring(0, verdict.indexOf(' '))) * 1_000_000;
    assertThat(noticed - lost).isBetween(18_000_000L, 31_000_000L);
    assertThat(a.session().diagnostic()).isEqualTo(SessionDiagnostic.TIME_EXPIRED);
    assertThat(a.session().remote().discriminator()).isZero();
    cut = false;
    run(Duration.ofSeconds(3));
    assertThat(a.verdicts.getLast()).endsWith("up");
  }

  @Test
  void packetsAreJitteredAndSlowWhileNotUp() {
    a.configure(a.config(10, 10, 3, false), false);
    run(Duration.ofSeconds(60));
    assertThat(gaps(a.sent))
        .allSatisfy(gap -> assertThat(gap).isBetween(750_000_000L, 1_000_000_000L))
        .doesNotHaveDuplicates();
    b.configure(b.config(10, 10, 3, false), false);
    run(Duration.ofSeconds(3));
    a.sent.clear();
    run(Duration.ofSeconds(2));
    assertThat(gaps(a.sent))
        .hasSizeGreaterThan(190)
        .allSatisfy(gap -> assertThat(gap).isBetween(7_500_000L, 10_000_000L));
  }

  @Test
  void aMultiplierOfOneLeavesRoomForTheWay() {
    a.configure(a.config(10, 10, 1, false), false);
    b.configure(b.config(10, 10, 1, false), false);
    run(Duration.ofSeconds(4));
    a.sent.clear();
    run(Duration.ofSeconds(2));
    assertThat(gaps(a.sent)).allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(9_000_000L));
    assertThat(a.verdicts).hasSize(2);
  }

  private static List<Long> gaps(List<Long> moments) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < moments.size(); i++) {
      gaps.add(moments.get(i) - moments.get(i - 1));
    }
    return gaps;
  }

  @Test
  void theSlowerOfBothDecidesTheIntervalOfEachWay() {
    a.configure(a.config(10, 50, 3, false), false);
    b.configure(b.config(20, 10, 3, false), false);
    run(Duration.ofSeconds(4));
    a.sent.clear();
    b.sent.clear();
    run(Duration.ofSeconds(2));
    assertThat(gaps(a.sent)).allSatisfy(gap -> assertThat(gap).isBetween(7_500_000L, 10_000_000L));
    assertThat(gaps(b.sent)).allSatisfy(gap -> assertThat(gap).isBetween(37_500_000L, 50_000_000L));
    assertThat(a.session().detectionTime()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void twoPassiveOnesNeverBegin() {
    a.configure(a.config(10, 10, 3, true), false);
    b.configure(b.config(10, 10, 3, true), false);
    run(Duration.ofSeconds(10));
    assertThat(a.sent).isEmpty();
    b.configure(b.config(10, 10, 3, false), false);
    assertThat(b.sent).isEmpty();
  }

  @Test
  void aPassiveOneAnswersAnActiveOneAndFallsSilentWithIt() {
    a.configure(a.config(10, 10, 3, true), false);
    b.configure(b.config(10, 10, 3, false), false);
    run(Duration.ofSeconds(4));
    assertThat(a.session().state()).isEqualTo(SessionState.UP);
    cut = true;
    run(Duration.ofSeconds(2));
    a.sent.clear();
    run(Duration.ofSeconds(5));
    assertThat(a.sent).isEmpty();
  }

  @Test
  void everyChangeOfTheTimesIsPolledAndASlowerOneWaitsForTheAnswer() {
    establish();
    assertThat(a.packets).anyMatch(packet -> packet.poll() && packet.state() == SessionState.UP);
    assertThat(a.packets).anyMatch(ControlPacket::answer);
    assertThat(a.packets).noneMatch(packet -> packet.poll() && packet.answer());
    a.sent.clear();
    cut = true;
    a.configure(a.config(500, 500, 3, false), true);
    run(Duration.ofMillis(8));
    assertThat(a.session().txInUse()).isEqualTo(Duration.ofMillis(10));
    cut = false;
    run(Duration.ofSeconds(3));
    assertThat(a.session().state()).isEqualTo(SessionState.UP);
    assertThat(a.session().txInUse()).isEqualTo(Duration.ofMillis(500));
    assertThat(a.verdicts).hasSize(2);
    assertThat(b.verdicts).hasSize(2);
  }

  @Test
  void whoIsTakenOutOfTheConfigurationSaysThatItWasMeant() {
    establish();
    a.perform(a.speaker.configure(List.of(), true, new Moment(now)));
    run(Duration.ofMillis(5));
    assertThat(b.session().diagnostic()).isEqualTo(SessionDiagnostic.NEIGHBOR_SIGNALED_DOWN);
    assertThat(b.verdicts.getLast()).endsWith("down");
  }

  @Test
  void whatCameOverARouterIsNotHeard() {
    ttl = 254;
    a.configure(a.config(10, 10, 3, false), false);
    b.configure(b.config(10, 10, 3, false), false);
    run(Duration.ofSeconds(5));
    assertThat(a.session().state()).isEqualTo(SessionState.DOWN);
    assertThat(a.speaker.discarded()).isPositive();
  }

  @Test
  void aSessionThatCameWithAReloadIsJudgedOnlyAfterAWhile() {
    a.configure(a.config(10, 10, 3, false), true);
    run(Duration.ofMillis(4999));
    assertThat(a.verdicts).isEmpty();
    run(Duration.ofMillis(2));
    assertThat(a.verdicts).containsExactly("5000 down");
  }

  @Test
  void strangersAndNonsenseAreCountedAndChangeNothing() {
    establish();
    BfdSession before = a.session();
    byte[] octets = ControlPackets.encode(SessionMatrixTest.heard(SessionState.DOWN, false));
    long discarded = a.speaker.discarded();
    IpAddress self = IpAddress.of("10.9.0.1");
    Moment moment = new Moment(now);
    a.perform(
        a.speaker.heard(new Datagram(IpAddress.of("10.9.0.77"), self, 255, octets), false, moment));
    a.perform(
        a.speaker.heard(new Datagram(IpAddress.of("10.9.0.2"), self, 255, octets), true, moment));
    a.perform(
        a.speaker.heard(
            new Datagram(IpAddress.of("10.9.0.2"), self, 255, new byte[5]), false, moment));
    assertThat(a.session()).isEqualTo(before);
    assertThat(a.speaker.discarded()).isEqualTo(discarded + 3);
  }
}
