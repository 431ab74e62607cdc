package dev.vrrpd.snmp;

import java.nio.charset.StandardCharsets;

/** What a name can stand for; the types of RFC 2741 section 5.4 that our MIBs use. */
sealed interface Value {
  record Int(int value) implements Value {}

  @SuppressWarnings("ArrayRecordComponent") // made for one answer: not worth a copy
  record Octets(byte[] octets) implements Value {}

  record Name(Oid oid) implements Value {}

  /** IPv4 alone. */
  @SuppressWarnings("ArrayRecordComponent")
  record Address(byte[] octets) implements Value {}

  record Counter32(long value) implements Value {}

  record Gauge(long value) implements Value {}

  /** Hundredths of a second. */
  record Ticks(long value) implements Value {}

  record Counter64(long value) implements Value {}

  static Value text(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /** TruthValue of RFC 2579. */
  static Value truth(boolean is) {
    return new Int(is ? 1 : 2);
  }
}
