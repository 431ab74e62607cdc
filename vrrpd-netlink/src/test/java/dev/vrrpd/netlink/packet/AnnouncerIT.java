package dev.vrrpd.netlink.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.lab.Capture;
import dev.vrrpd.netlink.lab.Pair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnnouncerIT {
  private Pair pair;
  private final BlockingQueue<Announcer.Refusal> refusals = new LinkedBlockingQueue<>();

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

  private Link link(int index) {
    return new Link(
        index,
        Pair.ETH0,
        true,
        true,
        true,
        false,
        Optional.of(new MacAddress(0x0200_0000_000aL)),
        1500,
        OptionalInt.empty(),
        "veth");
  }

  private void announce(List<Announcement> announcements, int rounds) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    pair.here()
        .loop()
        .execute(() -> {
          Announcer announcer = new Announcer(pair.here().loop());
          Runnable end =
              () -> {
                announcer.close();
                done.complete(null);
              };
          if (announcer.announce(announcements, rounds, refusals::add, end)) {
            end.run();
          }
        });
    done.join();
  }

  private Announcement of(String address, int prefixLength) {
    return new Announcement(
        link(pair.here().linkIndex()), VirtualAddress.of(address, prefixLength), false);
  }

  @Test
  void framesArriveRoundByRoundOctetForOctetKeepaliveds() {
    try (Capture capture = Capture.at(pair.there())) {
      announce(List.of(of("10.9.0.171", 24), of("fd09::173", 64)), 2);
      for (int round = 0; round < 2; round++) {
        assertThat(capture.next(frame -> frame.contains("0a0900ab") || frame.contains("0173")))
            .isEqualTo(AnnouncementFrameTest.GRATUITOUS_ARP);
        assertThat(capture.next(frame -> frame.contains("0a0900ab") || frame.contains("0173")))
            .isEqualTo(AnnouncementFrameTest.NEIGHBOUR_ADVERTISEMENT);
      }
    }
    assertThat(refusals).isEmpty();
  }

  @Test
  void aLongBurstIsSentToItsEndAcrossTurns() {
    List<Announcement> many =
        IntStream.range(0, 500)
            .mapToObj(i -> of("10.8.%d.%d".formatted(i / 250, i % 250), 32))
            .toList();
    try (Capture capture = Capture.at(pair.there())) {
      announce(many, 3);
      for (int i = 0; i < 1500; i++) {
        String address = "0a08%02x%02x".formatted(i % 500 / 250, i % 250);
        assertThat(capture.next(frame -> frame.startsWith("ffffffffffff"))).endsWith(address);
      }
    }
  }

  @Test
  void aLinkThatIsGoneIsRefusedOnceAndTheOthersAreAnnounced() {
    Announcement nowhere = new Announcement(link(9999), VirtualAddress.of("10.9.0.171", 24), false);
    try (Capture capture = Capture.at(pair.there())) {
      announce(List.of(nowhere, nowhere, of("10.9.0.171", 24)), 3);
      for (int round = 0; round < 3; round++) {
        assertThat(capture.next(frame -> frame.startsWith("ffffffffffff")))
            .isEqualTo(AnnouncementFrameTest.GRATUITOUS_ARP);
      }
    }
    assertThat(refusals)
        .containsExactly(new Announcer.Refusal(nowhere, 6, "No such device or address"));
  }
}
