package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an advertisement leaves for the garbage collector on the loop of the real daemon, sockets
 * and timers included. Counted by the JVM, not measured: the limits are twice what is needed, for
 * on a busy machine the loop wakes up more often for as much.
 */
@InLab
class AllocationIT {
  private static final Pattern ALLOCATED =
      Pattern.compile("(?m)^\"vrrp\".* allocated=(\\d+)([BKM])");
  private static final int ADVERTISEMENTS = 300;
  private static final int VRID = 51;
  private static final long SENT_AT_MOST = 1_220;
  private static final long HEARD_AT_MOST = 1_300;

  /** So many bytes by then, and so many advertisements on the wire. */
  private record Sample(long bytes, long advertisements) {
    long bytesEachUntil(Sample later) {
      return (later.bytes - bytes) / (later.advertisements - advertisements);
    }
  }

  @Test
  void oneSentAndOneHeardLeaveLittleBehind(Lab lab) {
    Node active = lab.node("a", "10.9.0.1/24");
    Node backup = lab.node("b", "10.9.0.2/24");
    Software.VRRPD.start(active, configuration(200)).awaitLine("Entering MASTER STATE");
    Program second = Software.VRRPD.start(backup, configuration(100));
    try (Capture capture = lab.capture()) {
      second.awaitLine("Entering BACKUP STATE");
      watch(capture);
      Sample sent = sample(active, capture);
      Sample heard = sample(backup, capture);
      watch(capture);
      assertThat(sent.bytesEachUntil(sample(active, capture))).isBetween(1L, SENT_AT_MOST);
      assertThat(heard.bytesEachUntil(sample(backup, capture))).isBetween(1L, HEARD_AT_MOST);
    }
  }

  private static void watch(Capture capture) {
    for (int i = 0; i < ADVERTISEMENTS; i++) {
      capture.awaitAdvertFrom("10.9.0.1");
    }
  }

  private static Sample sample(Node node, Capture capture) {
    return new Sample(allocated(node), capture.adverts(VRID).count());
  }

  /** By the loop's thread, since it began. */
  private static long allocated(Node node) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = node.exec("cat", "/run/vrrp.pid").strip();
    String threads = node.exec(jcmd, pid, "Thread.print", "-e");
    Matcher found = ALLOCATED.matcher(threads);
    assertThat(found.find()).as(threads).isTrue();
    long unit =
        switch (found.group(2)) {
          case "K" -> 1 << 10;
          case "M" -> 1 << 20;
          default -> 1;
        };
    return Long.parseLong(found.group(1)) * unit;
  }

  private static String configuration(int priority) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      priority %d
      advert_int 0.01
      takeover_probe off
      rival_probe off
      virtual_ipaddress {
        10.9.0.100/24
      }
    }
    """
        .formatted(priority);
  }
}
