package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.MessageBus;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.SecureServer;
import dev.vrrpd.lab.SnmpPrograms;
import dev.vrrpd.lab.Software;
import dev.vrrpd.lab.Systemd;
import dev.vrrpd.tell.Relay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each way of telling and each library is used once in one life. Run for the distribution too,
 * whose Java runtime has only the modules that are asked for.
 */
@InLab(programs = {"dbus-daemon", "gdbus", "snmpd", "curl"})
class EverybodyToldIT {
  @Test
  void oneChangeOfStateIsToldInEveryWayAndEveryCheckIsAnswered(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    Program bus = MessageBus.start(node);
    SnmpPrograms.startAgent(
        node, "master agentx\nagentXSocket unix:/run/lab/agentx\n", "udp:127.0.0.1:1161");
    Program relay = Relay.start(node);
    Program server = SecureServer.start(node);
    node.script("witness", "#!/bin/sh\nip addr add 10.8.0.1/32 dev lo\n");
    try (Systemd systemd = new Systemd(bus)) {
      systemd.unit("haproxy.service", "active");
      List<String> command =
          new ArrayList<>(List.of("env", "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS));
      String file = Software.VRRPD.configure(node, CONFIGURATION);
      command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-f", file)));
      Program daemon = node.start("daemon", command);
      for (String check : List.of("site", "unit", "port", "echo")) {
        daemon.awaitLine("VRRP_Script." + check + ". succeeded");
      }
      daemon.awaitLine("AgentX subagent connected");
      daemon.awaitLine("Entering MASTER STATE");
      server.awaitLine("/hook .*MASTER");
      relay.awaitLine("Entering MASTER");
      node.awaitAddress("10.8.0.1", true);
      node.exec(
          "timeout",
          "20",
          "sh",
          "-c",
          "until curl -s http://127.0.0.1:9165/metrics | grep 'by=\"dbus\",result=\"done\"} [1-9]'; do sleep 0.2; done");
      assertThat(
              node.exec(
                  "env",
                  "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS,
                  "gdbus",
                  "introspect",
                  "-y",
                  "-d",
                  "org.keepalived.Vrrp1",
                  "-o",
                  "/org/keepalived/Vrrp1/Vrrp"))
          .contains("PrintData");
      assertThat(daemon.terminate()).isZero();
      assertThat(daemon.lines())
          .noneMatch(
              line -> line.matches(".*(ClassNotFound|NoClassDef|NoSuchMethod|UnsatisfiedLink).*"));
    }
  }

  private static final String CONFIGURATION =
      """
      global_defs {
        router_id lab
        script_user root
        enable_dbus
        enable_snmp_vrrp
        enable_traps
        snmp_socket unix:/run/lab/agentx
        notification_email {
          ops@example.com
        }
        smtp_server 127.0.0.1 2525
        smtp_alert
        notify_webhook http://127.0.0.1:8080/hook
        metrics 127.0.0.1:9165
      }
      vrrp_check site {
        http https://127.0.0.1:8443/health
        host www.example.com
        ca_file /run/lab/ca.pem
        interval 0.5
      }
      vrrp_check unit {
        systemd haproxy
        interval 0.5
      }
      vrrp_check port {
        tcp 127.0.0.1 8080
        interval 0.5
      }
      vrrp_check echo {
        ping 127.0.0.1
        interval 0.5
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        advert_int 0.2
        notify_master /run/lab/witness
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_check {
          site
          unit
          port
          echo
        }
      }
      """;
}
