package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A reload touches what differs, on the wire and in the kernel, and nothing else. */
@InLab
class ReloadIT {
  private static final int RELOADS = 20;

  /** A router that hears nothing for this long takes over: 3 x 100 ms and the skew. */
  private static final Duration DEAD = Duration.ofMillis(300);

  private Node node;
  private Program daemon;

  private void start(Lab lab, String configuration, String... options) {
    node = lab.node("a", "10.9.0.1/24");
    daemon = Software.VRRPD.start(node, configuration, options);
  }

  private void reload(String configuration) {
    reload(configuration, "Reload complete");
  }

  private void reload(String configuration, String end) {
    int mark = daemon.mark();
    Software.VRRPD.configure(node, configuration);
    daemon.signal("HUP");
    daemon.awaitLine(mark, end);
  }

  @Test
  void anUnchangedInstanceGoesOnThroughTwentyReloadsAsIfThereWereNone(Lab lab) {
    start(
        lab,
        instance("STAYS", 51, 200, "10.9.0.100/24") + instance("TURNS", 52, 200, "10.9.0.150/24"));
    node.awaitAddress("10.9.0.100", true);
    node.awaitAddress("10.9.0.150", true);
    Capture capture = lab.capture();
    capture.awaitAdvert(0, of(51));
    int mark = daemon.mark();
    for (int i = 0; i < RELOADS; i++) {
      int heard = capture.mark();
      capture.awaitAdvert(heard, of(51)); // so that the reloads are spread over many adverts
      reload(
          instance("STAYS", 51, 200, "10.9.0.100/24")
              + instance("TURNS", 52, 201 + i, "10.9.0.150/24"));
      int priority = 201 + i;
      capture.awaitAdvert(heard, advert -> of(52).test(advert) && advert.priority() == priority);
    }
    capture.close();
    List<Frame.Advert> adverts = capture.adverts(51).toList();
    assertThat(adverts).hasSizeGreaterThan(RELOADS).allMatch(advert -> advert.priority() == 200);
    assertThat(largestGap(adverts)).isLessThan(DEAD);
    assertThat(capture.adverts(52)).noneMatch(advert -> advert.priority() == 0);
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("STATE"));
  }

  private static Duration largestGap(List<Frame.Advert> adverts) {
    Duration largest = Duration.ZERO;
    Instant last = adverts.getFirst().at();
    for (Frame.Advert advert : adverts) {
      Duration gap = Duration.between(last, advert.at());
      largest = gap.compareTo(largest) > 0 ? gap : largest;
      last = advert.at();
    }
    return largest;
  }

  @Test
  void whatOnlyARestartChangesIsNamedUntilItIsAsAtTheStart(Lab lab) {
    String instance = instance("V", 51, 200, "10.9.0.100/24");
    start(lab, instance);
    node.awaitAddress("10.9.0.100", true);
    String others = "global_defs {\n vrrp_priority -5\n vrrp_no_swap\n umask 0022\n}\n";
    int mark = daemon.mark();
    reload(others + instance);
    daemon.awaitLine(mark, "umask, vrrp_no_swap, vrrp_priority: .* from the next start on");
    int again = daemon.mark();
    reload(instance);
    assertThat(daemon.lines().subList(again, daemon.mark()))
        .noneMatch(line -> line.contains("next start"));
    reload("instance other\n" + instance, "Reload refused");
    assertThat(daemon.lines()).anyMatch(line -> line.contains("instance cannot change while"));
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void priorityIntervalAddressesTrackersAndScriptsChangeInPlace(Lab lab) {
    start(lab, instance("V", 51, 200, "10.9.0.100/24"));
    node.script("fails", "#!/bin/sh\nexit 1\n");
    node.script("tell", "#!/bin/sh\necho $3 >> /run/lab/told\n");
    node.awaitAddress("10.9.0.100", true);
    Capture capture = lab.capture();
    int mark = daemon.mark();

    reload(instance("V", 51, 150, "10.9.0.100/24"));
    capture.awaitAdvert(0, advert -> of(51).test(advert) && advert.priority() == 150);

    reload(instance("V", 51, 150, "10.9.0.100/24\n10.9.0.101/24"));
    node.awaitAddress("10.9.0.101", true);
    reload(instance("V", 51, 150, "10.9.0.100/24"));
    node.awaitAddress("10.9.0.101", false);

    String tracked =
        "vrrp_script s {\n script /run/lab/fails\n interval 1\n weight -30\n}\n"
            + instance("V", 51, 150, "10.9.0.100/24")
                .replace("advert_int 0.1", "advert_int 0.2\ntrack_script {\n s\n}")
                .replace("priority 150", "priority 150\nnotify /run/lab/tell");
    int heard = capture.mark();
    reload(tracked);
    capture.awaitAdvert(heard, advert -> of(51).test(advert) && advert.priority() == 120);
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("STATE"));
    capture.close();
    assertThat(capture.adverts(51)).noneMatch(advert -> advert.priority() == 0);
    assertThat(daemon.terminate()).isZero();
    assertThat(node.read("told")).isEqualTo("STOP\n");
  }

  @Test
  void anInstanceThatComesOrGoesTouchesNoOther(Lab lab) {
    String stays = instance("STAYS", 51, 200, "10.9.0.100/24");
    start(lab, stays);
    node.awaitAddress("10.9.0.100", true);
    Capture capture = lab.capture();
    reload(stays + instance("COMES", 52, 200, "10.9.0.150/24"));
    node.awaitAddress("10.9.0.150", true);
    int mark = capture.mark();
    reload(stays);
    node.awaitAddress("10.9.0.150", false);
    capture.awaitAdvert(mark, advert -> of(52).test(advert) && advert.priority() == 0);
    assertThat(node.holds("10.9.0.100")).isTrue();
    capture.close();
    assertThat(capture.adverts(51)).allMatch(advert -> advert.priority() == 200);
    assertThat(daemon.lines())
        .noneMatch(line -> line.matches(".*\\(STAYS\\) Entering.*(BACKUP|FAULT).*STATE$"));
  }

  @Test
  void anAddressMovesToAnotherInstanceWithoutLeavingTheHost(Lab lab) {
    start(
        lab,
        instance("A", 51, 200, "10.9.0.100/24\n10.9.0.101/24")
            + instance("B", 52, 200, "10.9.0.150/24"));
    node.awaitAddress("10.9.0.101", true);
    node.awaitAddress("10.9.0.150", true);
    Program watch = node.start("watch", "ip", "-o", "monitor", "address");
    reload(
        instance("A", 51, 200, "10.9.0.100/24")
            + instance("B", 52, 200, "10.9.0.150/24\n10.9.0.101/24"));
    reload(
        instance("A", 51, 200, "10.9.0.100/24\n10.9.0.102/24")
            + instance("B", 52, 200, "10.9.0.150/24\n10.9.0.101/24"));
    watch.awaitLine("10\\.9\\.0\\.102/24");
    assertThat(node.holds("10.9.0.101")).isTrue();
    assertThat(watch.lines()).noneMatch(line -> line.startsWith("Deleted"));
    reload(instance("A", 51, 200, "10.9.0.100/24\n10.9.0.102/24"));
    node.awaitAddress("10.9.0.101", false);
  }

  @Test
  void aGroupBindsAndReleasesInstancesThatRun(Lab lab) {
    node = lab.node("a", "10.9.0.1/24").plug(lab.network(), "eth1", "10.8.0.1/24");
    String both =
        instance("A", 51, 200, "10.9.0.100/24")
            + instance("B", 51, 200, "10.8.0.100/24").replace("eth0", "eth1");
    daemon = Software.VRRPD.start(node, both);
    node.awaitAddress("10.9.0.100", true);
    node.linkDown("eth1");
    node.awaitAddress("10.8.0.100", false);
    assertThat(node.holds("10.9.0.100")).isTrue();
    reload("vrrp_sync_group G {\n group {\n A\n B\n }\n}\n" + both);
    node.awaitAddress("10.9.0.100", false);
    reload(both);
    node.awaitAddress("10.9.0.100", true);
  }

  @Test
  void anInstanceThatChangesItsTransportTouchesNoOther(Lab lab) {
    String stays = instance("STAYS", 51, 200, "10.9.0.100/24");
    String moves = instance("MOVES", 52, 200, "10.9.0.150/24");
    lab.node("peer", "10.9.0.2/24");
    start(lab, stays + moves);
    node.exec("ip", "addr", "add", "10.9.0.7/24", "dev", "eth0");
    node.awaitAddress("10.9.0.100", true);
    node.awaitAddress("10.9.0.150", true);
    Capture capture = lab.capture();
    capture.awaitAdvert(0, of(51));
    int mark = daemon.mark();
    int heard = capture.mark();
    reload(stays + moves.replace("version 3", "version 3\nmcast_src_ip 10.9.0.7"));
    capture.awaitAdvert(
        heard, advert -> of(52).test(advert) && advert.source().equals(IpAddress.of("10.9.0.7")));
    heard = capture.mark();
    reload(stays + moves.replace("version 3", "version 3\nunicast_peer {\n 10.9.0.2\n}"));
    capture.awaitAdvert(
        heard,
        advert -> of(52).test(advert) && advert.destination().equals(IpAddress.of("10.9.0.2")));
    heard = capture.mark();
    reload(stays + moves);
    capture.awaitAdvert(
        heard,
        advert ->
            of(52).test(advert)
                && advert.priority() == 200
                && advert.destination().equals(IpAddress.of("224.0.0.18")));
    capture.close();
    List<Frame.Advert> adverts = capture.adverts(51).toList();
    assertThat(adverts).allMatch(advert -> advert.priority() == 200);
    assertThat(largestGap(adverts)).isLessThan(DEAD);
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("(STAYS)"));
  }

  @Test
  void anInstanceThatChangesItsInterfaceSaysFarewellOnTheOldOne(Lab lab) {
    node = lab.node("a", "10.9.0.1/24").plug(lab.network(), "eth1", "10.8.0.1/24");
    daemon = Software.VRRPD.start(node, instance("V", 51, 200, "10.9.0.100/24"));
    node.awaitAddress("10.9.0.100", true);
    Capture old = lab.capture();
    int mark = old.mark();
    reload(instance("V", 51, 200, "10.9.0.100/24").replace("eth0", "eth1"));
    Frame.Advert farewell =
        old.awaitAdvert(mark, advert -> of(51).test(advert) && advert.priority() == 0);
    assertThat(farewell.source()).isEqualTo(IpAddress.of("10.9.0.1"));
    daemon.awaitLine("\\(V\\) Entering MASTER STATE");
    assertThat(node.exec("ip", "-o", "addr", "show", "dev", "eth0")).doesNotContain("10.9.0.100");
  }

  @Test
  void whatAReloadDidIsLoggedAndSavedWhereThatIsAskedFor(Lab lab) {
    String saving = "global_defs {\n config_save_dir /run/lab/saved\n router_id %s\n}\n";
    String rest = instance("V", 51, 200, "10.9.0.100/24");
    start(lab, saving.formatted("one") + rest, "--dump-conf", "--address-monitoring");
    daemon.awaitLine("router_id one");
    daemon.awaitLine("Netlink reflector reports IP 10\\.9\\.0\\.1 added to eth0");
    daemon.awaitLine("Netlink reflector reports IP 10\\.9\\.0\\.100 added to eth0");
    reload(saving.formatted("two") + rest);
    daemon.awaitLine("router_id two");
    node.exec("ip", "addr", "add", "10.9.0.77/24", "dev", "eth0");
    daemon.awaitLine("Netlink reflector reports IP 10\\.9\\.0\\.77 added to eth0");
    assertThat(daemon.terminate()).isZero();
    String pid =
        node.exec("sh", "-c", "ls /run/lab/saved | sed -n 's/.*conf.\\(.*\\).0/\\1/p'").strip();
    assertThat(node.read("saved/keepalived.conf." + pid + ".0")).contains("router_id one");
    assertThat(node.read("saved/keepalived.conf." + pid + ".1")).contains("router_id two");
    assertThat(node.read("saved/keepalived_vrrp." + pid + ".1.pre")).contains("Router ID = one");
    assertThat(node.read("saved/keepalived_vrrp." + pid + ".1.post"))
        .contains("Router ID = two", "   State = MASTER");
    assertThat(node.exec("stat", "-c", "%a", "/run/lab/saved").strip()).isEqualTo("700");
  }

  private static Predicate<Frame.Advert> of(int vrid) {
    return advert -> advert.vrid() == vrid;
  }

  private static String instance(String name, int vrid, int priority, String addresses) {
    return """
    vrrp_instance %s {
      interface eth0
      virtual_router_id %d
      version 3
      priority %d
      advert_int 0.1
      virtual_ipaddress {
        %s
      }
    }
    """
        .formatted(name, vrid, priority, addresses);
  }
}
