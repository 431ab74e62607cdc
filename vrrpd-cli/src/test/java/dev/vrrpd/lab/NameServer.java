package dev.vrrpd.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;

/** Knows an address for every name but those that begin with an n: RFC 1035 in its first octets. */
public final class NameServer {
  private static final int PORT = 53;

  private NameServer() {}

  /** On a node's loopback; it listens when this returns. */
  public static Program start(Node node) {
    Program server =
        node.start(
            "names",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            NameServer.class.getName());
    server.awaitLine("^listening");
    return server;
  }

  /** Answers until the socket is closed: 12 octets of header, one answer or rcode 3. */
  public static void serve(DatagramSocket server) throws IOException {
    while (!server.isClosed()) {
      DatagramPacket query = new DatagramPacket(new byte[512], 512);
      server.receive(query);
      byte[] octets = query.getData();
      boolean known = octets[13] != 'n';
      octets[2] = (byte) 0x81;
      octets[3] = (byte) (known ? 0x80 : 0x83);
      octets[7] = (byte) (known ? 1 : 0);
      server.send(new DatagramPacket(octets, query.getLength(), query.getSocketAddress()));
    }
  }

  public static void main(String[] none) throws IOException {
    try (DatagramSocket server = new DatagramSocket(PORT, InetAddress.getLoopbackAddress())) {
      System.out.println("listening");
      serve(server);
    }
  }
}
