package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Everybody the daemon talks to is stuck at once. An advertisement that waited for any of them
 * would be seconds late, or never come; how late they are is measured by {@code bin/dev bench
 * stuck}.
 */
@InLab(programs = {"dbus-daemon", "snmpd", "curl", "bash"})
class StuckWorldIT {
  /** A hundred intervals, and a fifth of what any of those who are stuck is waited for. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

  @Test
  void advertisementsGoOnAndWhatIsLostIsCounted(Lab lab) {
    try (StuckWorld world = new StuckWorld(lab)) {
      bear(lab, world);
    }
  }

  private static void bear(Lab lab, StuckWorld world) {
    world.freeze();
    Capture capture = lab.capture();
    world.provoke();
    world.awaitLoss("fifo", "lost");
    world.awaitLoss("dbus", "failed");
    world.awaitLoss("snmp", "failed");
    world.awaitLoss("mail", "failed");

    List<Frame.Advert> adverts = capture.adverts(StuckWorld.VRID).toList();
    assertThat(longestSilence(adverts)).isLessThan(LONGEST_SILENCE);
    assertThat(adverts).hasSizeGreaterThan(100).allMatch(advert -> advert.priority() == 100);

    int mark = world.log().mark();
    world.thaw();
    world.log().awaitLine(mark, "VRRP_Script.names. timed_out");
    world.log().awaitLine(mark, "\\(VI_2\\) Entering MASTER STATE");
    world.log().awaitLine(mark, "Acquired DBus bus");
    world.log().awaitLine(mark, "AgentX subagent connected");
    world.provoke();
    assertThat(world.missedBySyslog()).containsPattern(" [1-9][0-9]* log lines were not taken");
    assertThat(world.daemon().terminate()).isZero();
  }

  private static Duration longestSilence(List<Frame.Advert> adverts) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < adverts.size(); i++) {
      Duration silence = Duration.between(adverts.get(i - 1).at(), adverts.get(i).at());
      longest = silence.compareTo(longest) > 0 ? silence : longest;
    }
    return longest;
  }
}
