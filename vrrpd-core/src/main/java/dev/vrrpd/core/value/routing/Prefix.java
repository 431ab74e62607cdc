package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Checks;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.util.Optional;

/** Addresses that begin alike: {@code 192.0.2.0/24}, or {@code default} for all. */
public record Prefix(IpAddress address, int length) {
  public Prefix {
    Checks.range("prefix length", length, 0, address.family().addressBits());
  }

  /** All addresses of a family. */
  public static Prefix all(Family family) {
    return new Prefix(IpAddress.of(new byte[family.addressOctets()]), 0);
  }

  /** {@code ADDRESS} or {@code ADDRESS/LENGTH}; empty for anything else. */
  public static Optional<Prefix> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    return address.flatMap(known -> {
      int most = known.family().addressBits();
      if (slash < 0) {
        return Optional.of(new Prefix(known, most));
      }
      return length.matches("[0-9]{1,3}") && Integer.parseInt(length) <= most
          ? Optional.of(new Prefix(known, Integer.parseInt(length)))
          : Optional.empty();
    });
  }

  public Family family() {
    return address.family();
  }

  /** Without the bits behind its length, as the kernel keeps it. */
  public Prefix canonical() {
    return new Prefix(address.mask(length, false), length);
  }

  @Override
  public String toString() {
    if (length == 0 && equals(all(family()))) {
      return family() == Family.IPV4 ? "default" : "::/0";
    }
    return length == family().addressBits() ? address.toString() : address + "/" + length;
  }
}
