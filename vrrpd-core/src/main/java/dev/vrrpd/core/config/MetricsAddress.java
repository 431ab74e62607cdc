package dev.vrrpd.core.config;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.util.Optional;

/**
 * Where metrics are served; {@code metrics}, a keyword of ours.
 *
 * @param port 1 to 65535
 */
public record MetricsAddress(IpAddress address, int port) {
  public MetricsAddress {
    if (!isPort(port)) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /** {@code ADDRESS:PORT}, an IPv6 address in brackets. */
  public static Optional<MetricsAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host)
        .filter(address -> bracketed == (address.family() == Family.IPV6))
        .filter(_ -> isPort(port))
        .map(address -> new MetricsAddress(address, port));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65_535;
  }

  @Override
  public String toString() {
    return (address.family() == Family.IPV6 ? "[" + address + "]" : address) + ":" + port;
  }
}
