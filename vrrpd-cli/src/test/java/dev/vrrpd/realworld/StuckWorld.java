package dev.vrrpd.realworld;

import dev.vrrpd.lab.Ear;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.MessageBus;
import dev.vrrpd.lab.NameServer;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.SnmpPrograms;
import dev.vrrpd.lab.Software;
import dev.vrrpd.tell.Relay;
import java.util.ArrayList;
import java.util.List;

/**
 * A daemon that advertises every 10 ms on eth0, and everybody it talks to: bus, SNMP agent, mail
 * server, name server, notification scripts, FIFO, log file, syslog, client of the metrics. All of
 * them can be stuck at once.
 */
public final class StuckWorld implements AutoCloseable {
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
        notification_email {
          ops@example.com
        }
        smtp_server 127.0.0.1 2525
        smtp_connect_timeout 1
        smtp_alert
        notify_webhook http://hooks.example.com/
        metrics 127.0.0.1:9165
      }
      vrrp_check names {
        dns 127.0.0.1 www.example.com
        interval 0.5
        weight -10
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
        track_check {
          names
        }
      }
      """;

  /** A /dev whose log is a file of the test's, and a name server that is here. */
  private static final String OWN_FILES =
      """
      mkdir /run/dev && cd /run/dev || exit 1
      for device in null zero full random urandom; do
        touch $device && mount --bind /dev/$device $device || exit 1
      done
      ln -s /proc/self/fd fd && ln -s /run/lab/syslog log && mount --rbind /run/dev /dev || exit 1
      echo nameserver 127.0.0.1 > /run/resolv.conf && mount --bind /run/resolv.conf /etc/resolv.conf
      """;

  private static final String NO_NAMES =
      """
      nft 'add table inet names
      add chain inet names input { type filter hook input priority 0; }
      add rule inet names input udp dport 53 drop'
      """;

  private final Node node;
  private final Program bus;
  private final Program snmpd;
  private final Program relay;
  private final Program log;
  private final Ear syslog;
  private final Program daemon;

  /** Up, with everybody well. */
  public StuckWorld(Lab lab) {
    this(lab, "");
  }

  /** The same with more options for the daemon's JVM. */
  public StuckWorld(Lab lab, String javaOptions) {
    Network other = lab.network();
    node = lab.node("a", "10.0.0.1/24").plug(other, "eth1", "10.1.0.1/24");
    node.exec("sh", "-c", OWN_FILES);
    bus = MessageBus.start(node);
    syslog = new Ear("/proc/" + bus.pid() + "/root/run/lab/syslog");
    relay = Relay.start(node);
    NameServer.start(node);
    snmpd =
        SnmpPrograms.startAgent(
            node, "master agentx\nagentXSocket unix:/run/lab/agentx\n", "udp:127.0.0.1:1161");
    node.script("hang", "#!/bin/sh\nexec sleep 1000\n");
    node.exec("mkfifo", "/run/lab/log");
    log = node.start("log", "sh", "-c", "exec cat <> /run/lab/log");
    daemon = startDaemon(javaOptions);
    log.awaitLine("Acquired DBus bus");
    log.awaitLine("AgentX subagent connected");
    log.awaitLine("\\(VI_2\\) Entering MASTER STATE");
    log.awaitLine("\\(VI_1\\) Entering MASTER STATE");
  }

  /** From now on nobody reads, answers or ends. */
  public void freeze() {
    bus.freeze();
    snmpd.freeze();
    relay.freeze();
    log.freeze();
    node.exec("sh", "-c", NO_NAMES);
    node.start(
        "deaf",
        "bash",
        "-c",
        "exec 3<> /dev/tcp/127.0.0.1/9165; for i in $(seq 3000); do"
            + " printf 'GET /metrics HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n' >&3; done; sleep 1000");
    for (String fifo : List.of("log", "fifo")) {
      String output = "of=/run/lab/" + fifo;
      node.attempt("dd", "if=/dev/zero", output, "bs=4096", "count=64", "oflag=nonblock");
    }
  }

  /** Gives everybody something to take: the other instance goes to FAULT and comes back. */
  public void provoke() {
    node.linkDown("eth1");
    node.awaitAddress("10.1.0.100", false);
    node.linkUp("eth1");
    node.awaitAddress("10.1.0.100", true);
  }

  /** Whoever is stuck is given up after some seconds; only then something is lost. */
  void awaitLoss(String to, String result) {
    node.exec(
        "timeout",
        "30",
        "sh",
        "-c",
        "until curl -s http://127.0.0.1:9165/metrics | grep 'vrrpd_notifications_total{by=\"%s\",result=\"%s\"} [1-9]'; do sleep 0.2; done"
            .formatted(to, result));
  }

  /** What the metrics say was not told, one line for each way and reason. */
  public List<String> losses() {
    return node.exec("curl", "-s", "http://127.0.0.1:9165/metrics")
        .lines()
        .filter(line -> line.startsWith("vrrpd_notifications_total"))
        .filter(
            line -> !line.contains("\"done\"") && !line.endsWith(" 0") && !line.endsWith(" 0.0"))
        .toList();
  }

  /** Everybody goes on. */
  public void thaw() {
    node.exec("nft", "delete", "table", "inet", "names");
    bus.thaw();
    snmpd.thaw();
    relay.thaw();
    log.thaw();
  }

  /** How many lines syslog missed, in the daemon's words. Only after {@link #thaw}. */
  public String missedBySyslog() {
    return syslog.await(
        "log lines were not taken", line -> line.contains("log lines were not taken"));
  }

  Program daemon() {
    return daemon;
  }

  /** What the daemon writes to its file, once somebody reads it. */
  Program log() {
    return log;
  }

  @Override
  public void close() {
    syslog.close();
  }

  private Program startDaemon(String javaOptions) {
    String file = Software.VRRPD.configure(node, CONFIG);
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS,
                "VRRPD_JAVA_OPTS=" + javaOptions));
    command.addAll(Software.VRRPD.command(List.of("-n", "-D", "-g/run/lab/log", "-f", file)));
    return node.start("daemon", command);
  }
}
