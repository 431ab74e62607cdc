package dev.vrrpd.snmp;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An object identifier: arcs of 32 bits without sign, in their order. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
record Oid(int... arcs) implements Comparable<Oid> {
  /** The most a name may have; RFC 2578 section 3.5. */
  static final int LONGEST = 128;

  Oid {
    arcs = arcs.clone();
  }

  @Override
  public int[] arcs() {
    return arcs.clone();
  }

  /** {@code 1.3.6.1.2.1.207}. */
  static Oid of(String dotted) {
    return new Oid(
        Arrays.stream(dotted.split("\\.", -1)).mapToInt(Integer::parseUnsignedInt).toArray());
  }

  Oid plus(int... more) {
    int[] longer = Arrays.copyOf(arcs, arcs.length + more.length);
    System.arraycopy(more, 0, longer, arcs.length, more.length);
    return new Oid(longer);
  }

  /** With an arc for each octet, as addresses stand in an index. */
  Oid plus(byte[] octets) {
    int[] more = new int[octets.length];
    for (int i = 0; i < octets.length; i++) {
      more[i] = Byte.toUnsignedInt(octets[i]);
    }
    return plus(more);
  }

  @Override
  public int compareTo(Oid other) {
    return Arrays.compareUnsigned(arcs, other.arcs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Oid(int[] others) && Arrays.equals(arcs, others);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(arcs);
  }

  @Override
  public String toString() {
    return Arrays.stream(arcs).mapToObj(Integer::toUnsignedString).collect(Collectors.joining("."));
  }
}
