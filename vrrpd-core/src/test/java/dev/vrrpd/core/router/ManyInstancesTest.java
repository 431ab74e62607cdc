package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many virtual routers whose timers run out at one moment. */
class ManyInstancesTest {
  private static final int INSTANCES = 40;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What a turn may take. */
  private static final Duration TURN = Duration.ofMillis(3);

  private final Workbench bench = new Workbench();

  /** Every one a Backup; all of them take over at the moment that is returned. */
  private Moment takeover() {
    bench.start(
        IntStream.rangeClosed(1, INSTANCES)
            .mapToObj(vrid ->
                """
                vrrp_instance I%d {
                  interface eth0
                  virtual_router_id %d
                  version 3
                  advert_int 1
                  takeover_probe off
                  rival_probe off
                  virtual_ipaddress {
                    192.0.2.%d
                  }
                }
                """
                    .formatted(vrid, vrid, 100 + vrid))
            .collect(Collectors.joining()));
    return bench.router.nextDeadline();
  }

  private long sentAt(Moment now) {
    List<Output> outputs = bench.router.handle(new Input.Tick(), now);
    return outputs.stream().filter(Output.Transmit.class::isInstance).count();
  }

  @Test
  void takeOverInTurnsSoThatOthersAreHeardBetween() {
    Moment now = takeover();

    assertThat(sentAt(now)).isEqualTo(16);
    assertThat(bench.router.nextDeadline()).isEqualTo(now);
    assertThat(sentAt(now.plus(TURN))).isEqualTo(16);
    assertThat(sentAt(now.plus(TURN.multipliedBy(2)))).isEqualTo(8);
    assertThat(bench.router.nextDeadline()).isEqualTo(now.plus(SECOND));
  }

  @Test
  void whoTookOverInAnotherTurnAdvertisesAtAnotherMomentFromThenOn() {
    Moment now = takeover();
    for (int turn = 0; turn < 3; turn++) {
      sentAt(now.plus(TURN.multipliedBy(turn)));
    }

    for (int second = 1; second <= 3; second++) {
      Moment round = now.plus(SECOND.multipliedBy(second));
      assertThat(sentAt(round)).isEqualTo(16);
      assertThat(bench.router.nextDeadline()).isEqualTo(round.plus(TURN));
      assertThat(sentAt(round.plus(TURN))).isEqualTo(16);
      assertThat(sentAt(round.plus(TURN.multipliedBy(2)))).isEqualTo(8);
    }
  }
}
