package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vrrpd cleanup} takes away what is the daemon's, where that was, and nothing else. */
@InLab
class LeftoversIT {
  private static final String NAMESPACE = "blue";

  private static String instance(int priority, String address) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      priority %d
      advert_int 0.05
      virtual_ipaddress {
        %s
      }
    }
    """
        .formatted(priority, address);
  }

  private static void cleanUp(Node node, List<String> arguments) {
    var words = new ArrayList<>(List.of("cleanup"));
    words.addAll(arguments);
    node.exec(Software.VRRPD.command(words).toArray(String[]::new));
  }

  private static String addressesThere(Node node) {
    return node.exec("ip", "-n", NAMESPACE, "addr");
  }

  /** By the option of the command line, or as the configuration says. */
  @ParameterizedTest
  @CsvSource({"-s blue,''", "'',net_namespace blue"})
  void whatADaemonLeftInANetworkNamespaceIsFoundThere(String option, String keyword, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.exec("ip", "netns", "add", NAMESPACE);
    node.exec("ip", "-n", NAMESPACE, "link", "add", "eth0", "type", "veth", "peer", "name", "far0");
    node.exec("ip", "-n", NAMESPACE, "addr", "add", "10.7.0.1/24", "dev", "eth0");
    List.of("eth0", "far0")
        .forEach(link -> node.exec("ip", "-n", NAMESPACE, "link", "set", link, "up"));
    String file = Software.VRRPD.configure(node, keyword + "\n" + instance(150, "10.7.0.100/24"));
    List<String> arguments = new ArrayList<>(List.of("-f", file));
    if (!option.isEmpty()) {
      arguments.addAll(List.of(option.split(" ", -1)));
    }
    List<String> daemonArguments = new ArrayList<>(List.of("-n", "-l", "-D"));
    daemonArguments.addAll(arguments);

    Program daemon = Software.VRRPD.startWith(node, daemonArguments);
    daemon.awaitLine("Sending gratuitous ARP");
    daemon.crash();
    assertThat(addressesThere(node)).contains("10.7.0.100/24");
    cleanUp(node, arguments);
    assertThat(addressesThere(node)).contains("10.7.0.1/24").doesNotContain("10.7.0.100");
  }

  @Test
  void anOwnersOwnAddressIsNoLeftover(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String configuration = instance(255, "10.9.0.1/24");
    Program daemon = Software.VRRPD.start(node, configuration);
    daemon.awaitLine("Entering MASTER STATE");
    daemon.terminate();
    cleanUp(node, List.of("-f", Software.VRRPD.configure(node, configuration)));
    assertThat(node.holds("10.9.0.1")).isTrue();
  }
}
