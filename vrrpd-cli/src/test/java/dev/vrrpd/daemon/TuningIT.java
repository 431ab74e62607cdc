package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.api.Test;

/** What the configuration asks of the scheduler and of the kernel, looked at from outside. */
@InLab
class TuningIT {
  private static final String REPORTS = "/proc/sys/net/ipv4/igmp_link_local_mcast_reports";

  private static final String CONFIGURATION =
      """
      global_defs {
        vrrp_priority -7
        vrrp_cpu_affinity 0
        vrrp_rlimit_rttime 300000
        disable_local_igmp
      }
      vrrp_script look {
        script /run/lab/look.sh
        interval 100
        weight 1
        user root
      }
      vrrp_instance V {
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 0.1
        version 3
        track_script {
          look
        }
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;

  @Test
  void theDaemonIsScheduledAsConfiguredAndItsScriptsAreNot(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.script(
        "look.sh",
        """
        #!/bin/sh
        grep Cpus_allowed_list /proc/$$/status > /run/lab/processors
        ps -o ni= -p $$ > /run/lab/nice
        """);
    String processors = processors(node, "self", "self");
    Program daemon = Software.VRRPD.start(node, CONFIGURATION);
    lab.awaitOnly(node, "10.9.0.100");
    String pid = node.exec("cat", "/run/vrrp.pid").strip();

    assertThat(node.exec("ps", "-o", "ni=", "-p", pid).strip()).isEqualTo("-7");
    assertThat(processors(node, pid, thread(node, pid, "vrrp"))).isEqualTo("0");
    assertThat(node.exec("grep", "Max realtime timeout", "/proc/" + pid + "/limits"))
        .containsPattern("timeout +300000 ");
    assertThat(node.exec("cat", REPORTS).strip()).isEqualTo("0");
    assertThat(node.exec("cat", "/run/lab/nice").strip()).isEqualTo(node.exec("nice").strip());
    assertThat(node.read("processors")).endsWith("\t" + processors + "\n");

    daemon.signal("XCPU");
    daemon.awaitLine("has computed for 300000 us without a pause");
    assertThat(daemon.terminate()).isZero();
    assertThat(node.exec("cat", REPORTS).strip()).isEqualTo("1");
  }

  private static String thread(Node node, String pid, String name) {
    return node.exec("ps", "-L", "-o", "tid=,comm=", "-p", pid)
        .lines()
        .map(String::strip)
        .filter(line -> line.endsWith(" " + name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .orElseThrow();
  }

  private static String processors(Node node, String pid, String thread) {
    String file = "/proc/" + pid + (pid.equals(thread) ? "" : "/task/" + thread) + "/status";
    return node.exec("sed", "-n", "s/Cpus_allowed_list:\t//p", file).strip();
  }
}
