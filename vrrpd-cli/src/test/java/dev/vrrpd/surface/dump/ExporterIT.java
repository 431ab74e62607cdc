package dev.vrrpd.surface.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A running daemon, as those who watch it from outside see it. */
@InLab
class ExporterIT {
  private static final String HOME = "/run/lab/";

  private static final String INSTANCES =
      """
      vrrp_script chk {
        script /run/lab/chk
        interval 1
        weight -30
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 150
        version 3
        advert_int 0.2
        garp_master_delay 1
        virtual_ipaddress {
          10.0.0.100/24
        }
        virtual_ipaddress_excluded {
          10.0.0.101/24
        }
        track_script {
          chk
        }
      }
      vrrp_instance VI_2 {
        interface eth0
        virtual_router_id 52
        version 3
        advert_int 0.2
        virtual_ipaddress {
          10.0.0.102/24
        }
      }
      """;

  private Node node;

  private Program start(Lab lab, String globals, String... options) {
    node = lab.node("a", "10.0.0.1/24");
    node.script("chk", "#!/bin/sh\n[ ! -e /run/lab/broken ]\n");
    String file = Software.VRRPD.configure(node, globals + INSTANCES);
    List<String> command = new ArrayList<>(List.of("env", "TMPDIR=" + HOME));
    List<String> arguments = new ArrayList<>(List.of("-n", "-l", "-D", "-f", file));
    arguments.addAll(List.of(options));
    command.addAll(Software.VRRPD.command(arguments));
    return node.start("daemon", command);
  }

  @Test
  void theCommonExporterReadsDataAndCountersOfTheSameInstances(Lab lab) {
    Program daemon = start(lab, "");
    node.awaitAddress("10.0.0.100", true);
    node.awaitAddress("10.0.0.102", true);
    daemon.signal("USR1");
    ExporterReader data = ExporterReader.data(dump("keepalived.data"));
    daemon.signal("USR2");
    Map<String, Map<String, Long>> stats = ExporterReader.stats(dump("keepalived.stats"));
    assertThat(data.instances).extracting(i -> i.name).containsExactly("VI_1", "VI_2");
    assertThat(stats).containsOnlyKeys("VI_1", "VI_2");
    assertThat(data.instances).extracting(i -> i.state).containsExactly("MASTER", "MASTER");
    assertThat(data.instances).extracting(i -> i.vrid).containsExactly(51, 52);
    assertThat(data.instances.getFirst().announcementDelay).isEqualTo(1);
    assertThat(data.instances.getFirst().addresses)
        .containsExactly(new ExporterReader.Address("10.0.0.100/24", "eth0"));
    assertThat(data.instances.getFirst().excluded)
        .containsExactly(new ExporterReader.Address("10.0.0.101/24", "eth0"));
    assertThat(data.scripts.get("chk").status()).isEqualTo("GOOD");
    assertThat(stats.get("VI_1"))
        .containsEntry("Became master", 1L)
        .containsEntry("Packet Errors/TTL", 0L);
    assertThat(stats.get("VI_1").get("Advertisements/Sent")).isPositive();
    daemon.signal("36");
    assertThat(dump("keepalived.json"))
        .startsWith("[{\"data\":{\"iname\":\"VI_1\"")
        .contains("\"vips\":[\"10.0.0.100\\/24 dev eth0 scope global set\"]", "\"state\":2");
  }

  @Test
  void namesAndPlacesOfFilesAreWhatTheConfigurationSays(Lab lab) {
    Program daemon =
        start(
            lab,
            """
            instance edge
            global_defs {
              script_user root
              umask 027
              data_use_instance
              state_dump_file /run/lab/state/
              json_version 2
              startup_script "/run/lab/begin"
              startup_script_timeout 1
              shutdown_script "/run/lab/end"
              shutdown_script_timeout 5
              vrrp_notify_fifo /run/lab/fifo
              vrrp_notify_fifo_script "/run/lab/reader"
              vrrp_notify_priority_changes
              reload_time_file /run/lab/reload-at
              reload_repeat
              reload_file /run/lab/reloading
              fifo_write_vrrp_states_on_reload
            }
            """);
    node.write("state/here", "");
    node.script("begin", "#!/bin/sh\ntouch /run/lab/begun\nsleep 60\n");
    node.script("end", "#!/bin/sh\ntouch /run/lab/ended\n");
    node.script("reader", "#!/bin/sh\nexec cat \"$1\" > /run/lab/lines\n");
    daemon.awaitLine("The startup script ended");
    assertThat(node.exec("stat", "-c", "%a", HOME + "begun").strip()).isEqualTo("640");
    node.awaitAddress("10.0.0.100", true);
    String pid = node.exec("cat", "/run/keepalived/keepalived_edge.pid").strip();
    assertThat(node.exec("cat", "/run/keepalived/vrrp_edge.pid").strip()).isEqualTo(pid);
    daemon.signal("USR1");
    assertThat(dump("state/keepalived.edge.data")).contains("   State = MASTER");
    daemon.signal("36");
    assertThat(dump("keepalived.json")).startsWith("{\"vrrp\":[{\"data\":{\"iname\":\"VI_1\"");

    int mark = daemon.mark();
    node.exec("touch", HOME + "broken");
    daemon.awaitLine(mark, "Changing effective priority from 150 to 120");
    node.exec("sh", "-c", "date -d '+2 seconds' +%H:%M:%S > /run/lab/reload-at");
    daemon.awaitLine(mark, "Reload complete");
    assertThat(node.attempt("test", "-e", HOME + "reloading").exit()).isEqualTo(1);
    assertThat(daemon.terminate()).isZero();
    assertThat(node.attempt("test", "-e", HOME + "ended").exit()).isZero();
    assertThat(node.attempt("test", "-e", "/run/keepalived/keepalived_edge.pid").exit())
        .isEqualTo(1);
    assertThat(node.read("lines"))
        .contains("INSTANCE \"VI_1\" MASTER_PRIORITY 120\n")
        .contains("INSTANCE \"VI_1\" STOP 120\n")
        .containsPattern("(?s)MASTER_PRIORITY.*INSTANCE \"VI_2\" MASTER 100\n");
  }

  @Test
  void aNamespaceOfTheConfigurationIsWhereTheDaemonLives(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    namespace("blue");
    String instance =
        """
        vrrp_instance V {
          interface veth
          virtual_router_id 51
          version 3
          advert_int 0.1
          virtual_ipaddress {
            10.7.0.100/24
          }
        }
        """;
    livesIn("blue", "net_namespace blue\nuse_pid_dir\n" + instance);
    livesIn("blue", instance, "--namespace", "blue");
  }

  private void livesIn(String namespace, String configuration, String... options) {
    Program daemon = Software.VRRPD.start(node, configuration, options);
    daemon.awaitLine("\\(V\\) Entering MASTER STATE");
    assertThat(node.exec("cat", "/run/keepalived/%s/keepalived.pid".formatted(namespace)))
        .isNotBlank();
    node.exec(
        "timeout",
        "10",
        "sh",
        "-c",
        "until ip -n %s addr | grep -q 10.7.0.100; do sleep 0.02; done".formatted(namespace));
    assertThat(node.holds("10.7.0.100")).isFalse();
    assertThat(daemon.terminate()).isZero();
    assertThat(node.exec("ip", "-n", namespace, "addr")).doesNotContain("10.7.0.100");
  }

  private void namespace(String name) {
    node.exec("ip", "netns", "add", name);
    node.exec("ip", "-n", name, "link", "add", "veth", "type", "veth", "peer", "name", "peer");
    node.exec("ip", "-n", name, "addr", "add", "10.7.0.1/24", "dev", "veth");
    node.exec("ip", "-n", name, "link", "set", "veth", "up");
    node.exec("ip", "-n", name, "link", "set", "peer", "up");
  }

  /** Until it is there: an exporter asks again and again as well. */
  private String dump(String file) {
    node.exec(
        "timeout",
        "10",
        "sh",
        "-c",
        "until [ -s '%s' ]; do sleep 0.02; done".formatted(HOME + file));
    return node.read(file);
  }
}
