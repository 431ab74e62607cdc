package dev.vrrpd.core.value;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One line of {@code virtual_ipaddress}: an address with all that the kernel is told about it. See
 * keepalived.conf(5) and ip-address(8).
 *
 * @param prefixLength 0 to 32 or 128
 * @param device where it goes; empty: the interface of its virtual router
 * @param scope rtnetlink scope number, 0 (global) to 255; IPv6 has none and ignores it
 * @param peer the far end of a point-to-point address; then {@code broadcast} is not used
 * @param preferredLifetime seconds, 0 (deprecated) to 4294967295 (forever); empty: the default of
 *     {@link #effectivePreferredLifetime()}
 * @param tracked false for {@code no_track}
 */
public record VirtualAddress(
    IpAddress address,
    int prefixLength,
    Optional<InterfaceName> device,
    int scope,
    Optional<IpAddress> broadcast,
    Optional<String> label,
    Optional<IpAddress> peer,
    Set<Option> options,
    OptionalLong preferredLifetime,
    boolean tracked) {

  /** "forever" in the kernel's lifetimes. */
  public static final long FOREVER = 0xffff_ffffL;

  /** Kernel flags an operator may ask for. */
  public enum Option {
    HOME,
    /** {@code -nodad}: let the kernel run duplicate address detection. */
    DUPLICATE_DETECTION,
    MNGTMPADDR,
    NOPREFIXROUTE,
    AUTOJOIN,
    /** On a virtual MAC interface of its own. */
    USE_VMAC
  }

  public VirtualAddress {
    Checks.range("prefix length", prefixLength, 0, address.family().addressBits());
    Checks.range("scope", scope, 0, 255);
    options = Set.copyOf(options);
  }

  /** {@code ADDR/LEN} with everything else at its default. */
  public static VirtualAddress of(String address, int prefixLength) {
    return new VirtualAddress(
        IpAddress.of(address),
        prefixLength,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        OptionalLong.empty(),
        true);
  }

  /** The same on another device, or on its virtual router's. */
  public VirtualAddress on(Optional<InterfaceName> other) {
    return new VirtualAddress(
        address,
        prefixLength,
        other,
        scope,
        broadcast,
        label,
        peer,
        options,
        preferredLifetime,
        tracked);
  }

  /** The same in another scope. */
  public VirtualAddress scoped(int other) {
    return new VirtualAddress(
        address,
        prefixLength,
        device,
        other,
        broadcast,
        label,
        peer,
        options,
        preferredLifetime,
        tracked);
  }

  /** Seconds: an IPv6 /128 is deprecated (0) so that it is never chosen as a source address. */
  public long effectivePreferredLifetime() {
    boolean host = address.family() == Family.IPV6 && prefixLength == 128;
    return preferredLifetime.orElse(host ? 0 : FOREVER);
  }

  /** {@code ADDR} for a host prefix, else {@code ADDR/LEN}, as keepalived writes it. */
  public String addressText() {
    return prefixLength == address.family().addressBits()
        ? address.toString()
        : address + "/" + prefixLength;
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength + device.map(d -> " dev " + d).orElse("");
  }
}
