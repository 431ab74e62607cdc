package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shortest pair that works. */
@InLab
class MinimalPairIT {
  private static final String SECONDARY = "inet 172.31.238.100/24 scope global secondary eth0";

  @ParameterizedTest
  @EnumSource
  void theSecondHasTheAddressWhenTheFirstStops(Software software, Lab lab) {
    Node first = lab.node("m1", "172.31.238.2/24");
    Node second = lab.node("m2", "172.31.238.3/24");
    Program onFirst = software.start(first, configuration("MASTER", 200));
    Program onSecond = software.start(second, configuration("BACKUP", 100));
    lab.awaitOnly(first, "172.31.238.100");
    assertThat(first.exec("ip", "address")).contains(SECONDARY);

    onFirst.terminate();
    lab.awaitOnly(second, "172.31.238.100");
    assertThat(second.exec("ip", "address")).contains(SECONDARY);
    assertThat(onSecond.lines()).anyMatch(line -> line.contains("Entering MASTER STATE"));
  }

  private static String configuration(String state, int priority) {
    return """
    vrrp_instance VRRP1 {
      state %s
      interface eth0
      virtual_router_id 41
      priority %d
      advert_int 1
      virtual_ipaddress {
        172.31.238.100/24
      }
    }
    """
        .formatted(state, priority);
  }
}
