package dev.vrrpd.core.value;

/** Virtual Router Identifier, 1 to 255. RFC 9568 section 5.2.3; {@code virtual_router_id}. */
public record Vrid(int value) implements Comparable<Vrid> {
  public Vrid {
    Checks.range("VRID", value, 1, 255);
  }

  @Override
  public int compareTo(Vrid other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
