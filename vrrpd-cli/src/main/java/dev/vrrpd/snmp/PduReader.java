package dev.vrrpd.snmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Octets of a master as requests; RFC 2741 sections 5 and 6. What cannot be right is refused by
 * {@link IllegalArgumentException}: after it the stream is out of step.
 */
final class PduReader {
  private static final int VERSION = 1;
  private static final int NON_DEFAULT_CONTEXT = 0x08;
  private static final int NETWORK_BYTE_ORDER = 0x10;
  private static final int LONGEST_PAYLOAD = 1 << 20;
  private static final int[] INTERNET = {1, 3, 6, 1};

  private PduReader() {}

  /** {@link Header#LENGTH} octets. */
  static Header header(byte[] octets) {
    ByteBuffer in = ByteBuffer.wrap(octets);
    int version = in.get();
    int type = in.get();
    boolean bigEndian = (in.get() & NETWORK_BYTE_ORDER) != 0;
    in.get();
    in.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Header header = new Header(type, bigEndian, in.getInt(), in.getInt(), in.getInt(), in.getInt());
    if (version != VERSION
        || header.payloadLength() < 0
        || header.payloadLength() > LONGEST_PAYLOAD
        || header.payloadLength() % 4 != 0) {
      throw new IllegalArgumentException("not a header of AgentX version 1");
    }
    return header;
  }

  /**
   * @param flags the third octet of the header
   */
  static Request request(Header header, int flags, byte[] payload) {
    ByteBuffer in =
        ByteBuffer.wrap(payload)
            .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    try {
      if ((flags & NON_DEFAULT_CONTEXT) != 0) {
        int length = in.getInt();
        in.position(in.position() + (length + 3) / 4 * 4);
      }
      return request(header, in);
    } catch (RuntimeException tooShort) {
      throw new IllegalArgumentException("a PDU that ends too early", tooShort);
    }
  }

  private static Request request(Header header, ByteBuffer in) {
    return switch (header.type()) {
      case Header.GET -> new Request.Get(header, questions(in));
      case Header.GET_NEXT -> new Request.GetNext(header, questions(in));
      case Header.GET_BULK ->
          new Request.GetBulk(
              header,
              Short.toUnsignedInt(in.getShort()),
              Short.toUnsignedInt(in.getShort()),
              questions(in));
      case Header.TEST_SET -> new Request.TestSet(header);
      case Header.CLOSE -> new Request.Close(header);
      case Header.RESPONSE -> {
        in.getInt(); // sysUpTime of the master
        yield new Request.Response(header, Short.toUnsignedInt(in.getShort()));
      }
      default -> new Request.Other(header);
    };
  }

  private static List<Question> questions(ByteBuffer in) {
    List<Question> all = new ArrayList<>();
    while (in.hasRemaining()) {
      boolean included = in.get(in.position() + 2) != 0;
      Oid start = oid(in);
      all.add(new Question(start, included, oid(in)));
    }
    return all;
  }

  private static Oid oid(ByteBuffer in) {
    int length = Byte.toUnsignedInt(in.get());
    int prefix = Byte.toUnsignedInt(in.get());
    in.getShort();
    if (length > Oid.LONGEST) {
      throw new IllegalArgumentException("a name of " + length + " arcs");
    }
    int[] arcs = new int[length];
    for (int i = 0; i < length; i++) {
      arcs[i] = in.getInt();
    }
    return prefix == 0 ? new Oid(arcs) : new Oid(INTERNET).plus(prefix).plus(arcs);
  }
}
