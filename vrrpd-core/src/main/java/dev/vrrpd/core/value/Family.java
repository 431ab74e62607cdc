package dev.vrrpd.core.value;

/** Address family of a virtual router. */
public enum Family {
  IPV4("IPv4", 4, 32),
  IPV6("IPv6", 16, 128);

  private final String label;
  private final int addressOctets;
  private final int addressBits;

  Family(String label, int addressOctets, int addressBits) {
    this.label = label;
    this.addressOctets = addressOctets;
    this.addressBits = addressBits;
  }

  public int addressOctets() {
    return addressOctets;
  }

  /** 32 or 128: also the prefix length of an address configured without one. */
  public int addressBits() {
    return addressBits;
  }

  @Override
  public String toString() {
    return label;
  }
}
