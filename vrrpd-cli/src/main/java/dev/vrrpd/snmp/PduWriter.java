package dev.vrrpd.snmp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Our PDUs as octets, in network byte order; RFC 2741 sections 5 and 6.2. */
final class PduWriter {
  private static final int VERSION = 1;
  private static final int NETWORK_BYTE_ORDER = 0x10;

  private static final int INTEGER = 2;
  private static final int OCTET_STRING = 4;
  private static final int OBJECT_IDENTIFIER = 6;
  private static final int IP_ADDRESS = 64;
  private static final int COUNTER_32 = 65;
  private static final int GAUGE_32 = 66;
  private static final int TIME_TICKS = 67;
  private static final int COUNTER_64 = 70;
  private static final int NO_SUCH_INSTANCE = 129;
  private static final int END_OF_MIB_VIEW = 130;

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(octets);

  private PduWriter() {}

  /** Writes a payload. */
  private interface Payload {
    void write(PduWriter to) throws IOException;
  }

  /**
   * @param timeout seconds the master shall wait for our answers
   */
  static byte[] open(int packet, int timeout, String description) {
    return pdu(
        Header.OPEN,
        0,
        0,
        packet,
        to -> {
          to.out.write(timeout);
          to.out.write(new byte[3]);
          to.oid(new Oid());
          to.octets(description.getBytes(StandardCharsets.UTF_8));
        });
  }

  static byte[] register(int session, int packet, Oid subtree) {
    return pdu(
        Header.REGISTER,
        session,
        0,
        packet,
        to -> {
          to.out.write(new byte[] {0, 127, 0, 0}); // timeout, priority, no range
          to.oid(subtree);
        });
  }

  static byte[] ping(int session, int packet) {
    return pdu(Header.PING, session, 0, packet, _ -> {});
  }

  static byte[] close(int session, int packet) {
    return pdu(
        Header.CLOSE,
        session,
        0,
        packet,
        to -> to.out.write(new byte[] {5, 0, 0, 0})); // reasonShutdown
  }

  static byte[] notification(int session, int packet, List<Variable> variables) {
    return pdu(
        Header.NOTIFY,
        session,
        0,
        packet,
        to -> {
          for (Variable variable : variables) {
            to.variable(variable);
          }
        });
  }

  /**
   * @param error of RFC 2741 section 6.2.16; 0: none
   */
  static byte[] response(Header to, int error, List<Answer> answers) {
    return pdu(
        Header.RESPONSE,
        to.session(),
        to.transaction(),
        to.packet(),
        payload -> {
          payload.out.writeInt(0);
          payload.out.writeShort(error);
          payload.out.writeShort(error == 0 ? 0 : 1);
          for (Answer answer : answers) {
            payload.answer(answer);
          }
        });
  }

  private static byte[] pdu(int type, int session, int transaction, int packet, Payload payload) {
    try {
      PduWriter body = new PduWriter();
      payload.write(body);
      PduWriter whole = new PduWriter();
      whole.out.write(new byte[] {VERSION, (byte) type, NETWORK_BYTE_ORDER, 0});
      whole.out.writeInt(session);
      whole.out.writeInt(transaction);
      whole.out.writeInt(packet);
      whole.out.writeInt(body.octets.size());
      body.octets.writeTo(whole.out);
      return whole.octets.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void answer(Answer answer) throws IOException {
    switch (answer) {
      case Answer.Found(Variable variable) -> variable(variable);
      case Answer.NoInstance(Oid name) -> head(NO_SUCH_INSTANCE, name);
      case Answer.End(Oid name) -> head(END_OF_MIB_VIEW, name);
    }
  }

  private void head(int type, Oid name) throws IOException {
    out.writeShort(type);
    out.writeShort(0);
    oid(name);
  }

  private void variable(Variable variable) throws IOException {
    Oid name = variable.name();
    switch (variable.value()) {
      case Value.Int(int value) -> number(INTEGER, name, value);
      case Value.Counter32(long value) -> number(COUNTER_32, name, (int) value);
      case Value.Gauge(long value) -> number(GAUGE_32, name, (int) value);
      case Value.Ticks(long value) -> number(TIME_TICKS, name, (int) value);
      case Value.Counter64(long value) -> {
        head(COUNTER_64, name);
        out.writeLong(value);
      }
      case Value.Octets(byte[] value) -> {
        head(OCTET_STRING, name);
        octets(value);
      }
      case Value.Address(byte[] value) -> {
        head(IP_ADDRESS, name);
        octets(value);
      }
      case Value.Name(Oid value) -> {
        head(OBJECT_IDENTIFIER, name);
        oid(value);
      }
    }
  }

  private void number(int type, Oid name, int value) throws IOException {
    head(type, name);
    out.writeInt(value);
  }

  private void oid(Oid oid) throws IOException {
    int[] arcs = oid.arcs();
    out.write(new byte[] {(byte) arcs.length, 0, 0, 0});
    for (int arc : arcs) {
      out.writeInt(arc);
    }
  }

  private void octets(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
    out.write(new byte[(4 - value.length % 4) % 4]);
  }
}
