package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Http;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.MessageBus;
import dev.vrrpd.lab.NameServer;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.SecureServer;
import dev.vrrpd.lab.Software;
import dev.vrrpd.lab.Systemd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In-process checks of a real haproxy and of what stands behind it. */
@InLab(programs = {"haproxy", "dbus-daemon"})
class ChecksIT {
  @Test
  void haproxyAndItsSiteAreAskedWithoutAnyScript(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    Program application = Http.serve(node, "127.0.0.1", 5000, "all is well");
    Http.haproxy(node, LOAD_BALANCER);
    Program daemon =
        Software.VRRPD.startWith(
            node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, CONFIGURATION)));
    daemon.awaitLine("VRRP_Script.balancer. succeeded");
    daemon.awaitLine("VRRP_Script.site. succeeded");
    daemon.awaitLine("VRRP_Script.port. succeeded");

    int mark = daemon.mark();
    application.terminate();
    // haproxy tries a server that is gone for a while before it answers 503.
    daemon.awaitLine(mark, "VRRP_Script.site. (failed .status 503.|timed_out)");
    daemon.awaitLine(mark, "VRRP_Script.balancer. failed .no server of application is up.");
    daemon.awaitLine(mark, "Changing effective priority from .* to 50");

    assertThat(daemon.terminate()).isZero();
    assertThat(daemon.lines()).noneMatch(line -> line.contains("SECURITY VIOLATION"));
  }

  @Test
  void whatCanBeRepairedIsRepairedBeforeItsFailureCounts(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.script("repair", "#!/bin/sh\nip addr add 10.8.0.1/32 dev eth0\n");
    node.exec("ip", "addr", "add", "10.8.0.1/32", "dev", "eth0");
    Program daemon =
        Software.VRRPD.startWith(
            node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, REPAIRED)));
    daemon.awaitLine("Entering MASTER STATE");
    node.exec("ip", "addr", "del", "10.8.0.1/32", "dev", "eth0");
    daemon.awaitLine("VRRP_Script.echo. fails, running what repairs it .attempt 1.");
    // A check that takes three successes for one: by then the other has had two.
    daemon.awaitLine("VRRP_Script.slow. failed");
    int failed = daemon.mark();
    daemon.awaitLine(failed, "VRRP_Script.slow. succeeded");
    node.script("repair", "#!/bin/sh\nexit 1\n");
    int mark = daemon.mark();
    node.exec("ip", "addr", "del", "10.8.0.1/32", "dev", "eth0");
    daemon.awaitLine(mark, "VRRP_Script.echo. fails, running what repairs it .attempt 1.");
    daemon.awaitLine(mark, "VRRP_Script.echo. fails, running what repairs it .attempt 2.");
    daemon.awaitLine(mark, "VRRP_Script.echo. (failed|timed_out)");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    assertThat(daemon.lines().subList(0, mark)).noneMatch(line -> line.contains("FAULT STATE"));
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void aNameServerAndAServerOfAnyCertificateAreAsked(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    NameServer.start(node);
    SecureServer.start(node);
    Program daemon =
        Software.VRRPD.startWith(
            node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, ASKED)));
    for (String check : List.of("known", "anybody", "expected")) {
      daemon.awaitLine("VRRP_Script." + check + ". succeeded");
    }
    daemon.awaitLine("VRRP_Script.unknown. failed .rcode 3");
    daemon.awaitLine("VRRP_Script.trusted. failed .*PKIX");
    daemon.awaitLine("VRRP_Script.other. failed .status 200");
    assertThat(daemon.terminate()).isZero();
  }

  private static String question(String name, String... lines) {
    return "vrrp_check %s {\n  %s\n  interval 0.1\n  timeout 20\n  weight 1\n}\n"
        .formatted(name, String.join("\n  ", lines));
  }

  private static final String ASKED =
      question("known", "dns 127.0.0.1 www.example.com")
          + question("unknown", "dns 127.0.0.1 nowhere.example.com")
          + question("anybody", "http https://127.0.0.1:8443/", "tls_insecure")
          + question("trusted", "http https://127.0.0.1:8443/")
          + question("expected", "http http://127.0.0.1:8080/", "expect_status 200")
          + question("other", "http http://127.0.0.1:8080/", "expect_status 204")
          + """
          vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 51
            virtual_ipaddress {
              10.9.0.100/24
            }
            track_check {
              known
              unknown
              anybody
              trusted
              expected
              other
            }
          }
          """;

  @Test
  void aUnitOfSystemdIsAskedForOnTheSystemBus(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    Program bus = MessageBus.start(node);
    try (Systemd systemd = new Systemd(bus)) {
      systemd.unit("haproxy.service", "active");
      List<String> command =
          new ArrayList<>(List.of("env", "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS));
      command.addAll(
          Software.VRRPD.command(
              List.of("-n", "-l", "-f", Software.VRRPD.configure(node, SUPERVISED))));
      Program daemon = node.start("daemon", command);
      daemon.awaitLine("VRRP_Script.proxy. succeeded");
      daemon.awaitLine("VRRP_Script.absent. failed .Unit absent.service not loaded.");
      daemon.awaitLine("Entering MASTER STATE");

      int failing = daemon.mark();
      systemd.unit("haproxy.service", "failed");
      daemon.awaitLine(failing, "VRRP_Script.proxy. failed .haproxy.service is failed");
      daemon.awaitLine(failing, "Entering FAULT STATE");
      int well = daemon.mark();
      systemd.unit("haproxy.service", "reloading");
      daemon.awaitLine(well, "VRRP_Script.proxy. succeeded");

      int stuck = daemon.mark();
      bus.freeze();
      daemon.awaitLine(stuck, "VRRP_Script.proxy. timed_out");
      int free = daemon.mark();
      bus.thaw();
      daemon.awaitLine(free, "VRRP_Script.proxy. succeeded");
      assertThat(daemon.terminate()).isZero();
    }
  }

  private static final String SUPERVISED =
      """
      vrrp_check proxy {
        systemd haproxy
        interval 0.1
      }
      vrrp_check absent {
        systemd absent.service
        interval 0.1
        weight -10
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        advert_int 0.1
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_check {
          proxy
          absent
        }
      }
      """;

  private static final String REPAIRED =
      """
      global_defs {
        script_user root
      }
      vrrp_check echo {
        ping 10.8.0.1
        interval 0.2
        timeout 0.2
        fall 2
        recover /run/lab/repair
        recover_attempts 2
      }
      vrrp_check slow {
        ping 10.8.0.1
        interval 0.2
        timeout 0.2
        rise 3
        weight -10
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 200
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_check {
          echo
          slow
        }
      }
      """;

  private static final String LOAD_BALANCER =
      """
      global
        stats socket /run/lab/admin.sock
      frontend public
        bind :80
        default_backend application
      backend application
        server here 127.0.0.1:5000 check inter 100 fall 1 rise 1
      """;

  private static final String CONFIGURATION =
      """
      vrrp_check balancer {
        haproxy /run/lab/admin.sock application
        interval 0.05
        fall 2
        weight -20
      }
      vrrp_check site {
        http http://127.0.0.1/
        host www.example.com
        expect_body "all is well"
        interval 0.05
        fall 2
        weight -30
      }
      vrrp_check port {
        tcp 127.0.0.1 80
        interval 0.05
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_script {
          balancer
          site
        }
        track_check {
          port
        }
      }
      """;
}
