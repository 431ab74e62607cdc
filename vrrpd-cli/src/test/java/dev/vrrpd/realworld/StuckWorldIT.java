package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Everybody the daemon talks to is stuck at once: bus, SNMP agent, notification script, reader of
 * the FIFO, log file, client of the metrics. An advertisement that waited for any of them would be
 * seconds late, or never come.
 */
@InLab(programs = {"dbus-daemon", "snmpd", "curl", "bash"})
class StuckWorldIT {
  /** A hundred intervals, and a fifth of what any of those who are stuck is waited for. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

  private static final String BUS =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <listen>unix:path=/run/lab/bus</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow user="*"/>
          <allow own="*"/>
          <allow send_destination="*"/>
          <allow receive_sender="*"/>
        </policy>
      </busconfig>
      """;

  private static final String CONFIG =
      """
      global_defs {
        router_id lab
        script_user root
        enable_dbus
        enable_snmp_vrrp
        enable_traps
        snmp_socket unix:/run/lab/agentx
        notify_fifo /run/lab/fifo
        metrics 127.0.0.1:9165
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 0.01
        version 3
        notify /run/lab/hang
        virtual_ipaddress {
          10.0.0.100/24
        }
      }
      vrrp_instance VI_2 {
        interface eth1
        virtual_router_id 52
        priority 100
        advert_int 0.1
        version 3
        notify /run/lab/hang
        virtual_ipaddress {
          10.1.0.100/24
        }
      }
      """;

  private Node node;

  @Test
  void advertisementsGoOnAndWhatIsLostIsCounted(Lab lab) {
    Network other = lab.network();
    node = lab.node("a", "10.0.0.1/24").plug(other, "eth1", "10.1.0.1/24");
    Program bus = startBus();
    Program snmpd = startSnmpd();
    node.script("hang", "#!/bin/sh\nexec sleep 1000\n");
    node.exec("mkfifo", "/run/lab/log");
    node.start("holder", "sh", "-c", "exec 3<> /run/lab/log; exec sleep 1000");
    Program daemon = startDaemon();
    daemon.awaitLine("Acquired DBus bus");
    daemon.awaitLine("AgentX subagent connected");
    daemon.awaitLine("\\(VI_2\\) Entering MASTER STATE");
    daemon.awaitLine("\\(VI_1\\) Entering MASTER STATE");

    bus.freeze();
    snmpd.freeze();
    node.start(
        "deaf",
        "bash",
        "-c",
        "exec 3<> /dev/tcp/127.0.0.1/9165; for i in $(seq 3000); do"
            + " printf 'GET /metrics HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n' >&3; done; sleep 1000");
    node.attempt("dd", "if=/dev/zero", "of=/run/lab/log", "bs=4096", "count=64", "oflag=nonblock");
    Capture capture = lab.capture();
    node.linkDown("eth1");
    node.awaitAddress("10.1.0.100", false);
    node.linkUp("eth1");
    node.awaitAddress("10.1.0.100", true);
    awaitLoss("dbus");
    awaitLoss("snmp");

    List<Frame.Advert> adverts = capture.adverts(51).toList();
    assertThat(longestSilence(adverts)).isLessThan(LONGEST_SILENCE);
    assertThat(adverts).hasSizeGreaterThan(100).allMatch(advert -> advert.priority() == 100);

    bus.thaw();
    snmpd.thaw();
    int mark = daemon.mark();
    node.start("reader", "cat", "/run/lab/log");
    daemon.awaitLine(mark, "\\(VI_2\\) Entering MASTER STATE");
    daemon.awaitLine(mark, "Acquired DBus bus");
    daemon.awaitLine(mark, "AgentX subagent connected");
    assertThat(daemon.terminate()).isZero();
  }

  private static Duration longestSilence(List<Frame.Advert> adverts) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < adverts.size(); i++) {
      Duration silence = Duration.between(adverts.get(i - 1).at(), adverts.get(i).at());
      longest = silence.compareTo(longest) > 0 ? silence : longest;
    }
    return longest;
  }

  /** Whoever is stuck is given up after 5 s; only then something is lost. */
  private void awaitLoss(String to) {
    node.exec(
        "timeout",
        "30",
        "sh",
        "-c",
        "until curl -s http://127.0.0.1:9165/metrics | grep 'vrrpd_lost_events_total{to=\"%s\"} [1-9]'; do sleep 0.2; done"
            .formatted(to));
  }

  private Program startDaemon() {
    String file = Software.VRRPD.configure(node, CONFIG);
    List<String> command =
        new ArrayList<>(List.of("env", "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/lab/bus"));
    command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-g/run/lab/log", "-f", file)));
    return node.start("daemon", command);
  }

  private Program startBus() {
    String file = node.write("bus.conf", BUS).toString();
    Program bus =
        node.start("bus", "dbus-daemon", "--nofork", "--print-address", "--config-file=" + file);
    bus.awaitLine("unix:path");
    return bus;
  }

  private Program startSnmpd() {
    String file =
        node.write("snmpd.conf", "master agentx\nagentXSocket unix:/run/lab/agentx\n").toString();
    Program snmpd =
        node.start(
            "snmpd",
            "env",
            "MIBS=",
            "SNMP_PERSISTENT_DIR=/run/lab/snmp",
            "snmpd",
            "-f",
            "-Lo",
            "-C",
            "-c",
            file,
            "udp:127.0.0.1:1161");
    snmpd.awaitLine("NET-SNMP version");
    return snmpd;
  }
}
