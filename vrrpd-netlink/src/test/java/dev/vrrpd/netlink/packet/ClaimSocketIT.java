package dev.vrrpd.netlink.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.lab.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClaimSocketIT {
  private Pair pair;
  private final BlockingQueue<String> claims = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    pair = new Pair();
  }

  @AfterEach
  void close() {
    if (pair != null) {
      pair.close();
    }
  }

  @Test
  void whoAnnouncesAWatchedAddressIsHeardWithItsMacAddressAndNobodyElseIs()
      throws InterruptedException {
    List<ClaimSocket> sockets =
        List.of(
            watch(Family.IPV4, List.of("10.9.0.7", "10.9.0.171")),
            watch(Family.IPV6, List.of("fd09::7", "fd09::173")));
    announce("10.9.0.170", "10.9.0.171", "fd09::172", "fd09::173");
    assertThat(List.of(next(), next()))
        .containsExactlyInAnyOrder("10.9.0.171 02:00:00:00:00:0b", "fd09::173 02:00:00:00:00:0b");
    announce("10.9.0.7");
    assertThat(next()).isEqualTo("10.9.0.7 02:00:00:00:00:0b");
    close(sockets);
  }

  @Test
  void asManyAddressesAsTheKernelTakesAreWatched() throws InterruptedException {
    List<String> many =
        IntStream.range(0, ClaimFilter.MOST_ADDRESSES + 50)
            .mapToObj("fd09::1:%x"::formatted)
            .toList();
    List<ClaimSocket> sockets = List.of(watch(Family.IPV6, many));
    String last = many.get(ClaimFilter.MOST_ADDRESSES - 1);
    announce(last);
    assertThat(next()).isEqualTo(IpAddress.of(last) + " 02:00:00:00:00:0b");
    close(sockets);
  }

  @Test
  void whoIsAskedAnswersAndThatIsNoClaimOfItsOwnAccord() throws InterruptedException {
    List<ClaimSocket> sockets =
        List.of(watch(Family.IPV4, List.of("10.9.0.171")), watch(Family.IPV6, List.of("fd09::2")));
    ask("0.0.0.0", "10.9.0.2");
    assertThat(next()).isEqualTo("10.9.0.2 02:00:00:00:00:0b asked");
    ask("fe80::ff:fe00:a", "fd09::2");
    assertThat(next()).isEqualTo("fd09::2 02:00:00:00:00:0b asked");
    close(sockets);
  }

  private void ask(String source, String address) {
    Boolean _ =
        pair.here()
            .on(() -> {
              try (InquirySocket socket = new InquirySocket()) {
                socket.ask(
                    link(pair.here(), 0x0200_0000_000aL),
                    IpAddress.of(source),
                    IpAddress.of(address));
                return true;
              }
            });
  }

  private String next() throws InterruptedException {
    return claims.poll(10, TimeUnit.SECONDS);
  }

  private ClaimSocket watch(Family family, List<String> addresses) {
    return pair.here()
        .on(() ->
            ClaimSocket.open(
                pair.here().loop(),
                pair.here().linkIndex(),
                family,
                addresses.stream().map(IpAddress::of).toList(),
                claim ->
                    claims.add(
                        claim.address() + " " + claim.mac() + (claim.answer() ? " asked" : ""))));
  }

  private void close(List<ClaimSocket> sockets) {
    Boolean _ =
        pair.here()
            .on(() -> {
              sockets.forEach(ClaimSocket::close);
              return true;
            });
  }

  private void announce(String... addresses) {
    List<Announcement> announcements = new ArrayList<>();
    for (String address : addresses) {
      int length = IpAddress.of(address).family().addressBits();
      announcements.add(
          new Announcement(
              link(pair.there(), 0x0200_0000_000bL), VirtualAddress.of(address, length), false));
    }
    Boolean sent =
        pair.there()
            .on(() -> {
              try (Announcer announcer = new Announcer(pair.there().loop())) {
                return announcer.announce(announcements, 1, _ -> {}, () -> {});
              }
            });
    assertThat(sent).isTrue();
  }

  private static Link link(Pair.End end, long mac) {
    return new Link(
        end.linkIndex(),
        Pair.ETH0,
        true,
        true,
        true,
        false,
        Optional.of(new MacAddress(mac)),
        1500,
        OptionalInt.empty(),
        "veth");
  }
}
