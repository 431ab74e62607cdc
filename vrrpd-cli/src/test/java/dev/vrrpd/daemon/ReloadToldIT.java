package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.ServiceManager;
import dev.vrrpd.lab.Software;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears what of a reload: the service manager its end, the log as much as it is to say. */
@InLab
class ReloadToldIT {
  private Node node;
  private Program daemon;

  private static String configuration(String global) {
    return """
    global_defs {
      process_names
      %s
    }
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      advert_int 0.1
      virtual_ipaddress {
        10.9.0.100/24
      }
    }
    """
        .formatted(global);
  }

  /** What was logged meanwhile. */
  private List<String> reload(String configuration, String until) {
    int mark = daemon.mark();
    Software.VRRPD.configure(node, configuration);
    daemon.signal("HUP");
    daemon.awaitLine(mark, until);
    return daemon.lines().subList(mark, daemon.mark());
  }

  @Test
  void aPartOfTheDaemonSaysAsMuchAsTheRunningConfigurationWants(Lab lab) {
    node = lab.node("a", "10.9.0.1/24");
    daemon = Software.VRRPD.start(node, configuration(""));
    daemon.awaitLine("Entering MASTER STATE");
    assertThat(daemon.lines()).anyMatch(line -> line.contains("'process_names' has no effect"));
    reload(configuration("log_level config warn"), "Reload complete");
    assertThat(reload(configuration("log_level config warn"), "Reload complete"))
        .noneMatch(line -> line.contains("process_names"));
    reload(configuration("log_level config debug"), "Reload complete");
    assertThat(reload(configuration(""), "Reload complete"))
        .anyMatch(line -> line.contains("'process_names' has no effect"));
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void theServiceManagerHearsTheEndOfEachReloadAndThatOneWasRefused(
      Lab lab, @TempDir Path directory) {
    node = lab.node("a", "10.9.0.1/24");
    String socket = directory.resolve("notify").toString();
    try (ServiceManager manager = new ServiceManager(socket)) {
      List<String> command = new ArrayList<>(List.of("env", "NOTIFY_SOCKET=" + socket));
      String file = Software.VRRPD.configure(node, configuration(""));
      command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-f", file)));
      daemon = node.start("vrrpd", command);
      manager.await("READY=1");
      manager.await("STATUS=1 instances: 1 MASTER");
      reload("vrrp_instance VI_1 {", "Reload refused");
      manager.await("RELOADING=1");
      manager.await("STATUS=1 instances: 1 MASTER; the last reload was refused");
      manager.await("READY=1");
      reload(configuration("router_id lb01"), "Reload complete");
      manager.await("RELOADING=1");
      manager.await("STATUS=1 instances: 1 MASTER");
      manager.await("READY=1");
      assertThat(daemon.terminate()).isZero();
      manager.await("STOPPING=1");
    }
  }
}
