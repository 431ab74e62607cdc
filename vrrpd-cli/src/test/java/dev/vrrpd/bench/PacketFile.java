package dev.vrrpd.bench;

import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tcpdump writes while a benchmark runs, read after the fact, so that watching takes nothing
 * from those who are watched.
 */
final class PacketFile {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;

  /** LINUX_SLL. */
  private static final int LINK_HEADER = 16;

  private static final long SECOND = 1_000_000_000L;

  private PacketFile() {}

  /** Takes one packet. */
  interface Visitor {
    /**
     * At {@code when}, nanoseconds of the kernel's clock on the wall.
     *
     * @param all big endian where the network is
     * @param packet where the network layer begins
     */
    void packet(long when, ByteBuffer all, int packet);
  }

  /** Starts tcpdump on all interfaces; it ends by SIGINT. */
  static Program record(Node listener, String file, String filter) {
    Program tcpdump =
        listener.start(
            "tcpdump",
            "tcpdump",
            "-n",
            "-i",
            "any",
            "-y",
            "LINUX_SLL",
            "-s",
            "96",
            "-B",
            "65536",
            "--time-stamp-precision=nano",
            "-Z",
            "root",
            "-w",
            "/run/lab/" + file,
            filter);
    tcpdump.awaitLine("listening on");
    return tcpdump;
  }

  static void read(Path file, Visitor visitor) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    ByteBuffer heads = all.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int at = FILE_HEADER;
    while (at + PACKET_HEADER <= all.limit()) {
      int length = heads.getInt(at + 8);
      int packet = at + PACKET_HEADER + LINK_HEADER;
      if (packet + length - LINK_HEADER > all.limit()) {
        break;
      }
      visitor.packet(heads.getInt(at) * SECOND + heads.getInt(at + 4), all, packet);
      at += PACKET_HEADER + length;
    }
  }
}
