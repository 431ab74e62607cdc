package dev.vrrpd.snmp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/**
 * {@code snmp_socket} in net-snmp's language: {@code unix:PATH}, {@code /PATH}, {@code
 * tcp:HOST:PORT}, {@code HOST:PORT}, {@code PORT}. A host name is asked for each time anew.
 */
final class MasterAddress {
  /** RFC 2741 section 8.1.1. */
  private static final int PORT = 705;

  private MasterAddress() {}

  /** May wait for a name service; throws {@link IllegalArgumentException}. */
  static SocketAddress of(String text) {
    if (text.startsWith("unix:") || text.startsWith("/")) {
      return UnixDomainSocketAddress.of(text.replaceFirst("^unix:", ""));
    }
    String rest = text.replaceFirst("^tcp6?:", "");
    if (rest.matches("[0-9]+")) {
      return new InetSocketAddress("localhost", Integer.parseInt(rest));
    }
    int colon = rest.lastIndexOf(':');
    boolean hasPort = colon > 0 && rest.substring(colon + 1).matches("[0-9]+");
    String host = hasPort ? rest.substring(0, colon) : rest;
    int port = hasPort ? Integer.parseInt(rest.substring(colon + 1)) : PORT;
    return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
  }
}
