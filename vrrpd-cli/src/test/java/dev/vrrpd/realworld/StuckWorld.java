package dev.vrrpd.realworld;

import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.MessageBus;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.SnmpPrograms;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;

/**
 * A daemon that advertises every 10 ms on eth0, and everybody it talks to: bus, SNMP agent,
 * notification scripts, FIFO, log file, client of the metrics. All of them can be stuck at once.
 */
public final class StuckWorld {
  /** VRID of the instance that advertises every 10 ms. */
  public static final int VRID = 51;

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

  private final Node node;
  private final Program bus;
  private final Program snmpd;
  private final Program daemon;

  /** Up, with everybody well. */
  public StuckWorld(Lab lab) {
    Network other = lab.network();
    node = lab.node("a", "10.0.0.1/24").plug(other, "eth1", "10.1.0.1/24");
    bus = MessageBus.start(node);
    snmpd =
        SnmpPrograms.startAgent(
            node, "master agentx\nagentXSocket unix:/run/lab/agentx\n", "udp:127.0.0.1:1161");
    node.script("hang", "#!/bin/sh\nexec sleep 1000\n");
    node.exec("mkfifo", "/run/lab/log");
    node.start("holder", "sh", "-c", "exec 3<> /run/lab/log; exec sleep 1000");
    daemon = startDaemon();
    daemon.awaitLine("Acquired DBus bus");
    daemon.awaitLine("AgentX subagent connected");
    daemon.awaitLine("\\(VI_2\\) Entering MASTER STATE");
    daemon.awaitLine("\\(VI_1\\) Entering MASTER STATE");
  }

  /** From now on nobody reads, answers or ends. */
  public void freeze() {
    bus.freeze();
    snmpd.freeze();
    node.start(
        "deaf",
        "bash",
        "-c",
        "exec 3<> /dev/tcp/127.0.0.1/9165; for i in $(seq 3000); do"
            + " printf 'GET /metrics HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n' >&3; done; sleep 1000");
    node.attempt("dd", "if=/dev/zero", "of=/run/lab/log", "bs=4096", "count=64", "oflag=nonblock");
  }

  /** Gives everybody something to take: the other instance goes to FAULT and comes back. */
  public void provoke() {
    node.linkDown("eth1");
    node.awaitAddress("10.1.0.100", false);
    node.linkUp("eth1");
    node.awaitAddress("10.1.0.100", true);
  }

  /** Whoever is stuck is given up after 5 s; only then something is lost. */
  void awaitFailure(String to) {
    node.exec(
        "timeout",
        "30",
        "sh",
        "-c",
        "until curl -s http://127.0.0.1:9165/metrics | grep 'vrrpd_notifications_total{by=\"%s\",result=\"failed\"} [1-9]'; do sleep 0.2; done"
            .formatted(to));
  }

  /** Everybody goes on. */
  void thaw() {
    bus.thaw();
    snmpd.thaw();
    node.start("reader", "cat", "/run/lab/log");
  }

  Program daemon() {
    return daemon;
  }

  private Program startDaemon() {
    String file = Software.VRRPD.configure(node, CONFIG);
    List<String> command =
        new ArrayList<>(List.of("env", "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS));
    command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-g/run/lab/log", "-f", file)));
    return node.start("daemon", command);
  }
}
