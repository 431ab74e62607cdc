package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.Family;

/** What a socket hands over of a packet that was sent. */
public final class Arrival {
  private static final int HEADER = 20;

  private Arrival() {}

  /** With its IPv4 header if an authentication header follows that covers it. */
  public static Datagram of(Authentication authentication, Envelope envelope, byte[] payload) {
    boolean covered =
        authentication instanceof Authentication.Ah && envelope.source().family() == Family.IPV4;
    return new Datagram(
        envelope.source(),
        envelope.destination(),
        envelope.ttl(),
        covered ? header(envelope, payload.length) : new byte[0],
        payload);
  }

  private static byte[] header(Envelope envelope, int payload) {
    byte[] header = new byte[HEADER];
    header[0] = 0x45;
    header[1] = (byte) 0xc0;
    Layout.putSixteen(header, 2, HEADER + payload);
    Layout.putSixteen(header, 4, envelope.identification());
    header[8] = (byte) envelope.ttl();
    header[9] = 51;
    System.arraycopy(envelope.source().octets(), 0, header, 12, 4);
    System.arraycopy(envelope.destination().octets(), 0, header, 16, 4);
    Layout.putSixteen(header, 10, ~InternetChecksum.sum(header, HEADER));
    return header;
  }
}
