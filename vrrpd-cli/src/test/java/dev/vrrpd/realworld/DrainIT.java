package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Command;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code vrrpd drain}: an operator takes a router out of service, and back. */
@InLab
class DrainIT {
  private static final String VIP = "10.9.0.100";

  @Test
  void aDrainedRouterHandsOverAtOnceAndStaysAwayUntilItIsCalledBack(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    Program daemon = Software.VRRPD.start(a, configuration(150));
    lab.awaitOnly(a, VIP);
    Software.VRRPD.start(b, configuration(100)).awaitLine("Entering BACKUP STATE");

    Capture capture = lab.capture();
    int mark = capture.mark();
    assertThat(command(a, "drain").exit()).isZero();
    capture.awaitAdvert(
        mark, advert -> advert.source().equals(IpAddress.of("10.9.0.1")) && advert.priority() == 0);
    daemon.awaitLine("tracked file maintenance_file now FAULT state");
    lab.awaitOnly(b, VIP);

    assertThat(daemon.terminate()).isZero();
    Program again = Software.VRRPD.start(a, configuration(150));
    again.awaitLine("entering FAULT state");
    assertThat(command(a, "undrain").exit()).isZero();
    again.awaitLine("tracked file maintenance_file leaving FAULT state");
    lab.awaitOnly(a, VIP);
    assertThat(again.terminate()).isZero();
  }

  @Test
  void withoutSuchAFileTheCommandSaysWhatIsMissing(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Software.VRRPD.configure(a, configuration(150).replaceFirst("maintenance_file .*", ""));
    Command refused = command(a, "drain");
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.output()).contains("no maintenance_file in global_defs");
  }

  private static Command command(Node node, String verb) {
    List<String> words = Software.VRRPD.command(List.of(verb, "-f", "/run/lab/vrrpd.conf"));
    return node.attempt(words.toArray(String[]::new));
  }

  private static String configuration(int priority) {
    return """
    global_defs {
      maintenance_file /run/lab/drained
    }
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      priority %d
      virtual_ipaddress {
        10.9.0.100/24
      }
    }
    """
        .formatted(priority);
  }
}
