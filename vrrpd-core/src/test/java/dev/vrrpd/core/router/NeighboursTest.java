package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.router.RouterSnapshot.Discard;
import dev.vrrpd.core.router.RouterSnapshot.Sender;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.DiscardReason;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final IpAddress FIRST = IpAddress.of("192.0.2.1");
  private static final IpAddress SECOND = IpAddress.of("192.0.2.2");

  private final Neighbours neighbours = new Neighbours();

  @Test
  void whoSpokeLastStandsAtTheEndWithWhatItSaidLast() {
    neighbours.heard(FIRST, new Priority(100), new Moment(1));
    neighbours.heard(SECOND, new Priority(50), new Moment(2));
    neighbours.heard(FIRST, Priority.RESIGN, new Moment(3));
    assertThat(neighbours.snapshot().senders())
        .containsExactly(
            new Sender(SECOND, new Priority(50), new Moment(2)),
            new Sender(FIRST, Priority.RESIGN, new Moment(3)));
  }

  @Test
  void aNetworkFullOfSendersDoesNotFillTheMemory() {
    for (int i = 0; i < 1000; i++) {
      IpAddress source = IpAddress.of("10.0.%d.%d".formatted(i / 250, i % 250));
      neighbours.heard(source, new Priority(100), new Moment(i));
    }
    assertThat(neighbours.snapshot().senders())
        .hasSize(16)
        .endsWith(new Sender(IpAddress.of("10.0.3.249"), new Priority(100), new Moment(999)));
  }

  @Test
  void eachReasonToRefuseIsCountedAndKeepsItsLastSource() {
    neighbours.refused(DiscardReason.TTL_NOT_255, FIRST, "254", new Moment(1));
    neighbours.refused(DiscardReason.WRONG_VERSION, FIRST, "2", new Moment(2));
    neighbours.refused(DiscardReason.TTL_NOT_255, SECOND, "1", new Moment(3));
    assertThat(neighbours.snapshot().discards())
        .containsExactly(
            new Discard(DiscardReason.TTL_NOT_255, 2, SECOND, "1", new Moment(3)),
            new Discard(DiscardReason.WRONG_VERSION, 1, FIRST, "2", new Moment(2)));
  }
}
