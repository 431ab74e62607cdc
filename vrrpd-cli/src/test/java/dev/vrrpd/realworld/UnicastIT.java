package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Http;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cloud without multicast: peers by name, a password, and a script that looks for a listening
 * port.
 */
@InLab(programs = {"haproxy", "curl", "ss"})
class UnicastIT {
  private static final String VIP = "192.168.100.35";

  private static final String LOAD_BALANCER =
      """
      frontend my_ha_frontend
        bind :88
        http-request return status 200 content-type text/plain lf-string "%H\\n"
      """;

  private static final String LISTENS =
      """
      #!/bin/sh
      ss -ntl | grep -q ':88 '
      """;

  private static final String INSECURE =
      "SECURITY VIOLATION - scripts are being executed but script_security not enabled.";

  /** The first as newer versions of keepalived say it, the second as 2.2.7 does. */
  private static final Pattern NO_USER =
      Pattern.compile(
          "WARNING - default user 'keepalived_script' for script execution does not exist - please create\\."
              + "|Script user 'keepalived_script' does not exist");

  @ParameterizedTest
  @EnumSource
  void theAddressIsWhereThePortListens(Software software, Lab lab) {
    Node a = lab.node("a", "192.168.42.35/24");
    Node b = lab.node("b", "192.168.42.36/24");
    Node client = lab.node("client", "192.168.100.9/24");
    Capture capture = lab.capture();
    Program haproxyOnA = Http.haproxy(a, LOAD_BALANCER);
    Http.haproxy(b, LOAD_BALANCER);

    Program onA = start(software, a, 150, "192.168.42.36", SECURE);
    Program onB = start(software, b, 140, "192.168.42.35", SECURE);
    lab.awaitOnly(a, VIP);
    assertThat(a.addresses()).contains(VIP + "/24");
    assertThat(Http.get(client, "http://" + VIP + ":88")).isEqualTo("a");

    haproxyOnA.terminate();
    lab.awaitOnly(b, VIP);
    assertThat(Http.get(client, "http://" + VIP + ":88")).isEqualTo("b");

    Http.haproxy(a, LOAD_BALANCER);
    lab.awaitOnly(a, VIP);
    assertThat(onA.lines()).noneMatch(UnicastIT::warns);
    assertThat(onB.lines()).noneMatch(UnicastIT::warns);
    assertThat(capture.faultyPackets()).isEmpty();
    assertThat(capture.adverts())
        .allMatch(advert -> advert.authentication() == 1)
        .allMatch(advert ->
            List.of(IpAddress.of("192.168.42.35"), IpAddress.of("192.168.42.36"))
                .contains(advert.destination()));
  }

  @ParameterizedTest
  @EnumSource
  void withoutScriptSecurityBothWarningsAreLogged(Software software, Lab lab) {
    Node a = lab.node("a", "192.168.42.35/24");
    Program onA = start(software, a, 150, "192.168.42.36", "");
    onA.awaitLine("Entering BACKUP STATE");
    assertThat(onA.lines())
        .anyMatch(line -> line.contains(INSECURE))
        .anyMatch(line -> NO_USER.matcher(line).find());
  }

  private static boolean warns(String line) {
    return line.contains(INSECURE) || NO_USER.matcher(line).find();
  }

  private static final String SECURE = "enable_script_security\n script_user nobody";

  private static Program start(
      Software software, Node node, int priority, String peer, String security) {
    String script = node.script("listens.sh", LISTENS).toString();
    return software.start(
        node,
        """
        global_defs {
          %s
        }
        vrrp_script listens {
          script "%s"
          weight 20
          interval 1
        }
        vrrp_instance my_ha {
          interface eth0
          virtual_router_id 35
          priority %d
          advert_int 1
          authentication {
            auth_type PASS
            auth_pass agama
          }
          unicast_peer {
            %s
          }
          virtual_ipaddress {
            %s/24
          }
          track_script {
            listens
          }
        }
        """
            .formatted(security, script, priority, peer, VIP));
  }
}
