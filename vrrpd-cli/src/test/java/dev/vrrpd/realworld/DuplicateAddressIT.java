package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.api.Test;

/** Duplicate address detection, which only {@code -nodad} asks for. RFC 4862 section 5.4. */
@InLab
class DuplicateAddressIT {
  private static final String VIRTUAL = "fd09::100";

  @Test
  void anAddressThatAnotherHostHadComesToLifeWhenThatOneLeavesIt(Lab lab) {
    Node node = lab.node("a", "fd09::1/64");
    Node other = lab.node("b", "fd09::2/64");
    node.exec("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/eth0/accept_dad");
    other.exec("ip", "addr", "add", VIRTUAL + "/64", "dev", "eth0", "nodad");
    Program daemon =
        Software.VRRPD.start(
            node,
            """
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              priority 150
              advert_int 0.1
              virtual_ipaddress {
                fe80::9:100
                fd09::100/64 -nodad
              }
            }
            """);
    daemon.awaitLine("fd09::100 on eth0 is another host's too \\(dadfailed\\) - setting it anew");
    other.exec("ip", "addr", "del", VIRTUAL + "/64", "dev", "eth0");
    int mark = daemon.mark();
    lab.node("c", "fd09::3/64").exec("ping", "-c", "1", "-w", "20", VIRTUAL);
    assertThat(node.exec("ip", "-6", "addr", "show", "to", VIRTUAL)).doesNotContain("dadfailed");
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("BACKUP"));
  }
}
