package dev.vrrpd.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Reign;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InLab
class PairIT {

  @ParameterizedTest
  @EnumSource(
      value = Software.class,
      names = {"KEEPALIVED"})
  void theLabSees(Software software, Lab lab) {
    var a = lab.node("a", "10.9.0.1/24");
    var b = lab.node("b", "10.9.0.2/24");
    var capture = lab.capture();
    Program backup = software.start(b, config(100));
    lab.awaitOnly(b, "10.9.0.100");
    Program active = software.start(a, config(150));
    lab.awaitOnly(a, "10.9.0.100");
    a.powerOff();
    lab.awaitOnly(b, "10.9.0.100");
    backup.terminate();
    assertThat(capture.faultyPackets()).isEmpty();
    assertThat(capture.reigns(51))
        .extracting(Reign::source)
        .containsExactly(
            IpAddress.of("10.9.0.2"), IpAddress.of("10.9.0.1"), IpAddress.of("10.9.0.2"));
    assertThat(capture.announcements("10.9.0.100")).hasSizeGreaterThanOrEqualTo(15);
    System.out.println(capture.reigns(51));
    System.out.println(active.lines());
  }

  private static String config(int priority) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      advert_int 0.2
      priority %d
      virtual_ipaddress {
        10.9.0.100
      }
    }
    """
        .formatted(priority);
  }
}
