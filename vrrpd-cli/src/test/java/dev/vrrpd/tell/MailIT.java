package dev.vrrpd.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same mail as from keepalived, by way of a mail server. */
@InLab
class MailIT {
  @Test
  void mailIsThatOfKeepalived(Lab lab) {
    List<String> reference = live(Software.KEEPALIVED, lab.node("a", "10.9.0.1/24"));
    List<String> ours = live(Software.VRRPD, lab.node("b", "10.9.0.2/24"));
    assertThat(ours)
        .hasSize(12)
        .containsExactlyInAnyOrderElementsOf(reference)
        .allMatch(mail -> mail.startsWith("lb01.example.com "))
        .noneMatch(mail -> mail.contains("SILENT"));
  }

  /**
   * What is up and down in a daemon's life. keepalived opens a connection for each: in any order.
   */
  private static List<String> live(Software software, Node node) {
    node.exec("ip", "link", "set", "lo", "up");
    Program relay = Relay.start(node);
    Program daemon = software.start(node, CONFIGURATION);
    relay.awaitLine("Instance SOLO - Entering MASTER");
    relay.awaitLine("Instance A - Entering MASTER");
    relay.awaitLine("Group VG - Entering MASTER");
    int mark = relay.mark();
    node.linkDown("eth0");
    daemon.awaitLine("Entering FAULT STATE");
    node.linkUp("eth0");
    relay.awaitLine(mark, "Instance SOLO - Entering MASTER");
    relay.awaitLine(mark, "Instance A - Entering MASTER");
    relay.awaitLine(mark, "Group VG - Entering MASTER");
    assertThat(daemon.terminate()).isZero();
    relay.crash();
    return relay.lines().stream().filter(line -> line.contains("@")).toList();
  }

  private static final String CONFIGURATION =
      """
      global_defs {
        router_id lb01
        notification_email {
          admin@example.com
          ops@example.com
        }
        notification_email_from vrrp@example.com
        smtp_server 127.0.0.1 2525
        smtp_connect_timeout 5
        smtp_helo_name lb01.example.com
        smtp_alert_vrrp
        no_email_faults
        vrrp_version 3
      }
      vrrp_sync_group VG {
        group {
          A
          B
        }
      }
      vrrp_sync_group SILENT {
        group {
          C
          D
        }
        smtp_alert no
      }
      vrrp_instance C {
        smtp_alert no
        interface eth0
        virtual_router_id 54
        priority 150
        advert_int 0.2
        virtual_ipaddress {
          10.9.0.104/24
        }
      }
      vrrp_instance D {
        smtp_alert no
        interface eth0
        virtual_router_id 55
        priority 150
        advert_int 0.2
        virtual_ipaddress {
          10.9.0.105/24
        }
      }
      vrrp_instance A {
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 0.2
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      vrrp_instance B {
        smtp_alert no
        interface eth0
        virtual_router_id 52
        priority 150
        advert_int 0.2
        virtual_ipaddress {
          10.9.0.101/24
        }
      }
      vrrp_instance SOLO {
        interface eth0
        virtual_router_id 53
        priority 150
        advert_int 0.2
        virtual_ipaddress {
          10.9.0.102/24
        }
      }
      """;
}
