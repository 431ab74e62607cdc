package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code promote_secondaries}: a primary address that goes does not take the others with it. */
@InLab
class PromotionIT {
  private static final String SETTING = "/proc/sys/net/ipv4/conf/eth0/promote_secondaries";
  private static final String VIRTUAL = "10.9.0.100";
  private static final String CONFIGURATION =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        priority 150
        advert_int 0.1
        promote_secondaries
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;

  private Node node;
  private Capture capture;

  /** Many a system has it switched on for every interface. */
  @BeforeEach
  void oneMachineThatDoesNotPromote(Lab lab) {
    node = lab.node("a", "10.9.0.1/24", "10.9.0.7/24");
    capture = lab.capture();
    set(0);
  }

  private void set(int value) {
    node.exec("sh", "-c", "echo %d > %s".formatted(value, SETTING));
  }

  private String setting() {
    return node.exec("cat", SETTING).strip();
  }

  private Program start(Software software) {
    Program daemon = software.start(node, CONFIGURATION);
    daemon.awaitLine("Entering MASTER STATE");
    node.awaitAddress(VIRTUAL, true);
    return daemon;
  }

  @ParameterizedTest
  @EnumSource
  void theNextAddressIsAdvertisedFromWithoutAChangeOfState(Software software) {
    Program daemon = start(software);
    int mark = daemon.mark();
    node.exec("ip", "addr", "del", "10.9.0.1/24", "dev", "eth0");
    capture.awaitAdvert(capture.mark(), advert -> advert.source().equals(IpAddress.of("10.9.0.7")));
    assertThat(node.holds(VIRTUAL)).isTrue();
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("STATE"));
    daemon.terminate();
    assertThat(node.holds("10.9.0.7")).isTrue();
    assertThat(setting()).isEqualTo("0");
  }

  @Test
  void anOperatorsSettingStays() {
    set(1);
    Program daemon = start(Software.VRRPD);
    assertThat(setting()).isEqualTo("1");
    daemon.terminate();
    assertThat(setting()).isEqualTo("1");
  }

  @Test
  void whatAKilledRunSetIsTakenBackByTheNextAndByCleaningUp() {
    start(Software.VRRPD).crash();
    start(Software.VRRPD).terminate();
    assertThat(setting()).isEqualTo("0");

    start(Software.VRRPD).crash();
    assertThat(setting()).isNotEqualTo("0");
    List<String> cleanup = new ArrayList<>(List.of("cleanup", "-f"));
    cleanup.add(Software.VRRPD.configure(node, CONFIGURATION));
    node.exec(Software.VRRPD.command(cleanup).toArray(String[]::new));
    assertThat(setting()).isEqualTo("0");
    assertThat(node.holds(VIRTUAL)).isFalse();
  }
}
