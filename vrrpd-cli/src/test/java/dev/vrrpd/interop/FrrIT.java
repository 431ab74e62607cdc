package dev.vrrpd.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FRR's vrrpd and ours share virtual routers of both families, each in both roles. */
@InLab(programs = {"../lib/frr/vrrpd", "../lib/frr/zebra", "vtysh"})
class FrrIT {
  private static final int VRID = 5;
  private static final List<String> OURS = List.of("10.9.0.1", "fe80::ff:fe00:a");

  /** For IPv6 it speaks from the virtual address itself. */
  private static final List<String> THEIRS = List.of("10.9.0.2", Frr.VIRTUAL_LINK_LOCAL);

  private Node ours;
  private Frr frr;
  private Capture capture;

  @BeforeEach
  void twoMachines(Lab lab) {
    ours = lab.node("a", "10.9.0.1/24", "fd09::1/64");
    frr = new Frr(lab.node("b", "10.9.0.2/24", "fd09::2/64"));
    capture = lab.capture();
  }

  @Test
  void asBackupWeFollowItAndTakeOverWhenItDiesAndWhenItLeaves() {
    frr.start(150);
    awaitAdverts(capture.mark(), THEIRS);
    start(100).awaitLine("Entering BACKUP STATE");
    int mark = capture.mark();
    awaitAdverts(mark, THEIRS);
    awaitAdverts(capture.mark(), THEIRS);
    assertSilent(mark, OURS);

    frr.crash();
    awaitAddresses(true);

    frr.start(150);
    awaitAddresses(false);
    mark = capture.mark();
    awaitAdverts(mark, THEIRS);

    frr.leave();
    awaitAddresses(true);
    assertThat(farewells()).contains("10.9.0.2", Frr.VIRTUAL_LINK_LOCAL);
    assertWellFormed();
  }

  @Test
  void asTheBetterOneWePreemptItAndItTakesOverWhenWeLeaveAndWhenWeDie() {
    frr.start(150);
    awaitAdverts(capture.mark(), THEIRS);
    Program first = start(200);
    awaitAddresses(true);
    awaitAdverts(capture.mark(), OURS);
    int mark = capture.mark();
    awaitAdverts(mark, OURS);
    assertSilent(mark, THEIRS);

    mark = capture.mark();
    assertThat(first.terminate()).isZero();
    awaitAdverts(mark, THEIRS);
    assertThat(farewells()).contains(OURS.toArray(String[]::new));

    Program second = start(200);
    awaitAddresses(true);
    awaitAdverts(capture.mark(), OURS);
    mark = capture.mark();
    second.crash();
    awaitAdverts(mark, THEIRS);
    assertWellFormed();
  }

  private Program start(int priority) {
    return Software.VRRPD.start(
        ours,
        Stream.of(
                List.of("V4", Frr.VIRTUAL_IPV4 + "/24"),
                List.of("V6", Frr.VIRTUAL_LINK_LOCAL + "/64\n    " + Frr.VIRTUAL_IPV6 + "/64"))
            .map(named ->
                """
                vrrp_instance %s {
                  interface eth0
                  version 3
                  virtual_router_id %d
                  priority %d
                  advert_int 0.2
                  virtual_ipaddress {
                    %s
                  }
                }
                """
                    .formatted(named.getFirst(), VRID, priority, named.getLast()))
            .reduce("", String::concat));
  }

  private void awaitAddresses(boolean there) {
    ours.awaitAddress(Frr.VIRTUAL_IPV4, there);
    ours.awaitAddress(Frr.VIRTUAL_IPV6, there);
  }

  /** One of each family from now on. */
  private void awaitAdverts(int mark, List<String> sources) {
    for (String source : sources) {
      capture.awaitAdvert(
          mark, advert -> advert.source().equals(IpAddress.of(source)) && advert.priority() > 0);
    }
  }

  private void assertSilent(int mark, List<String> sources) {
    List<IpAddress> silent = sources.stream().map(IpAddress::of).toList();
    assertThat(capture.advertsSince(mark))
        .noneMatch(advert -> silent.contains(advert.source()) && advert.priority() > 0);
  }

  private List<String> farewells() {
    return capture
        .adverts(VRID)
        .filter(advert -> advert.priority() == 0)
        .map(advert -> advert.source().toString())
        .toList();
  }

  private void assertWellFormed() {
    assertThat(capture.faultyPackets()).isEmpty();
    assertThat(capture.adverts(VRID))
        .isNotEmpty()
        .allSatisfy(advert -> {
          assertThat(advert.version()).isEqualTo(3);
          assertThat(advert.ttl()).isEqualTo(255);
          assertThat(advert.interval()).isEqualTo(20);
        });
  }
}
