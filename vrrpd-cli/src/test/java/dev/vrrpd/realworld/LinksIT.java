package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an instance when its interface comes, goes and changes. */
@InLab
class LinksIT {
  private static final String VIRTUAL = "10.9.0.100";

  private Lab lab;
  private Node node;
  private Capture capture;

  @BeforeEach
  void oneMachine(Lab fresh) {
    lab = fresh;
    node = lab.node("a", "10.9.0.1/24");
    capture = lab.capture();
  }

  @Test
  void anInterfaceThatIsDeletedAndMadeAnewIsTakenUpAgain() {
    Program daemon = start("");
    node.awaitAddress(VIRTUAL, true);
    int mark = daemon.mark();
    node.replug("eth0");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");
  }

  @Test
  void anInterfaceThatIsNotThereAtFirstIsTakenUpWhenItComes() {
    node.exec("ip", "link", "set", "eth0", "down");
    node.exec("ip", "link", "set", "eth0", "name", "later0");
    Program daemon = start("global_defs {\n  dynamic_interfaces\n}\n");
    daemon.awaitLine("entering FAULT state .interface eth0 doesn.t exist");
    node.exec("ip", "link", "set", "later0", "name", "eth0");
    node.exec("ip", "link", "set", "eth0", "up");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");
  }

  @Test
  void anInterfaceOfAnotherNameIsNotItAnyMore() {
    Program daemon = start("");
    node.awaitAddress(VIRTUAL, true);
    int mark = daemon.mark();
    node.exec("ip", "link", "set", "eth0", "down");
    node.exec("ip", "link", "set", "eth0", "name", "other0");
    node.exec("ip", "link", "set", "other0", "up");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    node.awaitAddress(VIRTUAL, false);
    node.exec("ip", "link", "set", "other0", "down");
    node.exec("ip", "link", "set", "other0", "name", "eth0");
    node.exec("ip", "link", "set", "eth0", "up");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");
  }

  @Test
  void advertisementsComeFromWhateverIsThePrimaryAddress() {
    Program daemon = start("");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");
    node.exec("ip", "addr", "add", "10.9.1.7/24", "dev", "eth0");
    node.exec("ip", "addr", "del", "10.9.0.1/24", "dev", "eth0");
    awaitAdvertFrom("10.9.1.7");
    int mark = daemon.mark();
    node.exec("ip", "addr", "del", "10.9.1.7/24", "dev", "eth0");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    node.awaitAddress(VIRTUAL, false);
    node.exec("ip", "addr", "add", "10.9.0.8/24", "dev", "eth0");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.8");
  }

  @Test
  void withoutCarrierNothingIsHeldAndWithItEverythingIsAnnouncedAgain() {
    Program daemon = start("");
    capture.awaitAnnouncements(VIRTUAL, "02:00:00:00:00:0a", 1);
    int mark = daemon.mark();
    node.cable("eth0", false);
    daemon.awaitLine(mark, "Entering FAULT STATE");
    node.awaitAddress(VIRTUAL, false);
    node.cable("eth0", true);
    node.awaitAddress(VIRTUAL, true);
    capture.awaitAnnouncements(VIRTUAL, "02:00:00:00:00:0a", 2);
    assertThat(daemon.alive()).isTrue();
  }

  @Test
  void aBridgeIsAsGoodAsItsPorts() {
    node.exec("ip", "link", "add", "br0", "type", "bridge");
    node.exec("ip", "link", "set", "eth0", "master", "br0");
    node.exec("ip", "link", "set", "br0", "address", "02:00:00:00:00:0a", "up");
    node.exec("ip", "addr", "del", "10.9.0.1/24", "dev", "eth0");
    node.exec("ip", "addr", "add", "10.9.0.1/24", "dev", "br0");
    Program daemon = start("", "br0");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");

    int mark = daemon.mark();
    node.cable("eth0", false);
    daemon.awaitLine(mark, "Netlink reports br0 down");
    node.awaitAddress(VIRTUAL, false);
    node.cable("eth0", true);
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");

    mark = daemon.mark();
    node.exec("ip", "link", "set", "eth0", "nomaster");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    node.exec("ip", "link", "set", "eth0", "master", "br0");
    node.awaitAddress(VIRTUAL, true);
    awaitAdvertFrom("10.9.0.1");
  }

  @Test
  void whoClaimsTheAddressIsAnsweredAtOnce() {
    Program daemon = start("");
    capture.awaitAnnouncements(VIRTUAL, "02:00:00:00:00:0a", 1);
    Node other = lab.node("b", "10.9.0.2/24");
    other.exec("ip", "addr", "add", VIRTUAL + "/24", "dev", "eth0");
    // Only the ARP request matters: there may well be no answer.
    other.attempt("ping", "-c1", "-W1", "-I", VIRTUAL, "10.9.0.1");
    daemon.awaitLine(VIRTUAL + " is claimed by 02:00:00:00:00:0b on eth0");
    capture.awaitAnnouncements(VIRTUAL, "02:00:00:00:00:0a", 2);
  }

  private void awaitAdvertFrom(String source) {
    capture.awaitAdvert(capture.mark(), advert -> advert.source().equals(IpAddress.of(source)));
  }

  private Program start(String before) {
    return start(before, "eth0");
  }

  private Program start(String before, String link) {
    return Software.VRRPD.start(
        node,
        before
            + """
            vrrp_instance VI_1 {
              interface %s
              version 3
              virtual_router_id 51
              priority 150
              advert_int 0.1
              garp_master_repeat 1
              garp_master_delay 0
              virtual_ipaddress {
                %s/32
              }
            }
            """
                .formatted(link, VIRTUAL));
  }
}
