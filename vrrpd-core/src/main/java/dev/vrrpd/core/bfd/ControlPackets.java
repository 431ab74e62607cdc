package dev.vrrpd.core.bfd;

import java.nio.ByteBuffer;
import java.time.Duration;

/** Octets to values and back, with the checks of RFC 5880 section 6.8.6 that need no session. */
public final class ControlPackets {
  /** The mandatory section. */
  public static final int LENGTH = 24;

  private static final int VERSION = 1;
  private static final int POLL = 0x20;
  private static final int FINAL = 0x10;
  private static final int INDEPENDENT = 0x08;
  private static final int AUTHENTICATED = 0x04;
  private static final int DEMAND = 0x02;
  private static final int MULTIPOINT = 0x01;

  private ControlPackets() {}

  /** A packet, or why it is none. */
  public sealed interface Reception {
    record Accepted(ControlPacket packet) implements Reception {}

    record Discarded(String reason) implements Reception {}
  }

  /** Section 6.8.6, up to the selection of the session. */
  public static Reception parse(byte[] octets) {
    if (octets.length < LENGTH) {
      return new Reception.Discarded("shorter than 24 octets");
    }
    ByteBuffer in = ByteBuffer.wrap(octets);
    int flags = in.get(1) & 0x3f;
    int length = in.get(3) & 0xff;
    String fault =
        fault(
            (in.get(0) & 0xff) >> 5, length, octets.length, flags, in.get(2) & 0xff, in.getInt(4));
    if (!fault.isEmpty()) {
      return new Reception.Discarded(fault);
    }
    ControlPacket packet = packet(in, flags);
    boolean lost =
        packet.yours() == 0
            && packet.state() != SessionState.DOWN
            && packet.state() != SessionState.ADMIN_DOWN;
    return lost
        ? new Reception.Discarded("no Your Discriminator in state " + packet.state())
        : new Reception.Accepted(packet);
  }

  private static String fault(
      int version, int length, int received, int flags, int multiplier, int mine) {
    if (version != VERSION) {
      return "version " + version;
    }
    if (length < LENGTH || length > received) {
      return "length " + length;
    }
    if (multiplier == 0) {
      return "Detect Mult 0";
    }
    if ((flags & MULTIPOINT) != 0) {
      return "Multipoint set";
    }
    if ((flags & AUTHENTICATED) != 0) {
      return "authentication, which is not in use";
    }
    return mine == 0 ? "My Discriminator 0" : "";
  }

  private static ControlPacket packet(ByteBuffer in, int flags) {
    return new ControlPacket(
        SessionDiagnostic.of(in.get(0) & 0x1f),
        SessionState.of((in.get(1) & 0xc0) >> 6),
        (flags & POLL) != 0,
        (flags & FINAL) != 0,
        (flags & INDEPENDENT) != 0,
        (flags & DEMAND) != 0,
        in.get(2) & 0xff,
        in.getInt(4),
        in.getInt(8),
        micros(in.getInt(12)),
        micros(in.getInt(16)));
  }

  private static Duration micros(int unsigned) {
    return Duration.ofNanos(Integer.toUnsignedLong(unsigned) * 1000);
  }

  /** The octets of a packet; echo packets are never offered. */
  public static byte[] encode(ControlPacket packet) {
    ByteBuffer out = ByteBuffer.allocate(LENGTH);
    int flags =
        (packet.poll() ? POLL : 0)
            | (packet.answer() ? FINAL : 0)
            | (packet.independent() ? INDEPENDENT : 0)
            | (packet.demand() ? DEMAND : 0);
    out.put((byte) (VERSION << 5 | packet.diagnostic().bits()));
    out.put((byte) (packet.state().bits() << 6 | flags));
    out.put((byte) packet.multiplier());
    out.put((byte) LENGTH);
    out.putInt(packet.mine()).putInt(packet.yours());
    out.putInt(micros(packet.desiredMinTx())).putInt(micros(packet.requiredMinRx()));
    return out.putInt(0).array();
  }

  private static int micros(Duration interval) {
    return (int) Math.min(interval.toNanos() / 1000, 0xffff_ffffL);
  }
}
