package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Recording;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Moment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  /** Whole lives of routers in the simulation, written down, read back and lived again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aRecordedLifeIsTheSameWhenItIsLivedAgain(long seed) {
    Map<Node, VrrpRouter> again = new HashMap<>();
    Weather weather =
        new Weather(
            seed,
            turn -> {
              Recording.Entry entry = Recording.parse(Recording.line(turn.local(), turn.input()));
              if (startsAnew(again.get(turn.node()), turn)) {
                again.put(turn.node(), new VrrpRouter());
              }
              assertThat(again.get(turn.node()).handle(entry.input(), entry.now()))
                  .hasToString(turn.outputs().toString());
            });

    weather.storm(weather.intervals(150));

    assertThat(again).isNotEmpty();
  }

  /** A new process begins with its configuration and has no picture of the kernel yet. */
  private static boolean startsAnew(VrrpRouter known, Node.Turn turn) {
    return known == null
        || (turn.input() instanceof Input.Reconfigure
            && turn.node().snapshot().instances().isEmpty());
  }

  @Test
  void whatIsNoRecordIsRefused() {
    for (String line :
        new String[] {"", "7", "7 Nonsense()", "7 Tick(", "x Tick()", "7 Heard(\"eth0"}) {
      assertThatThrownBy(() -> Recording.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aLineCanBeReadByPeople() {
    Input failed = new Input.SendFailed("VI_1", 19, "No \"such\" device");

    assertThat(Recording.line(new Moment(5), failed))
        .isEqualTo("5 SendFailed(\"VI_1\", 19, \"No \\\"such\\\" device\")");
    assertThat(Recording.parse(Recording.line(new Moment(5), failed)).input()).isEqualTo(failed);
  }
}
