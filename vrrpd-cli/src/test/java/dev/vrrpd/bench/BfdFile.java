package dev.vrrpd.bench;

import dev.vrrpd.core.value.IpAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tcpdump wrote of BFD over IPv4: when each router spoke, by the kernel's clock. */
final class BfdFile {
  private static final int SOURCE = 12;

  private final Map<IpAddress, List<Instant>> moments = new HashMap<>();

  static BfdFile read(Path file) throws IOException {
    BfdFile packets = new BfdFile();
    PacketFile.read(file, packets::packet);
    return packets;
  }

  private void packet(long when, ByteBuffer all, int packet) {
    byte[] source = new byte[4];
    all.get(packet + SOURCE, source);
    moments
        .computeIfAbsent(IpAddress.of(source), _ -> new ArrayList<>())
        .add(Instant.ofEpochSecond(0, when));
  }

  /** In their order. */
  List<Instant> from(IpAddress source) {
    return moments.getOrDefault(source, List.of());
  }
}
