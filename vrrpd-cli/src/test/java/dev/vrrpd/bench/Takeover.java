package dev.vrrpd.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A takeover of many addresses on the wire, and what another instance said meanwhile. */
final class Takeover {
  private static final int PROTOCOL = -2;
  private static final int ARP = 0x0806;
  private static final int ARP_SENDER = 14;
  private static final int ARP_TARGET = 24;

  private final Map<Integer, Long> announced = new HashMap<>();
  private final Map<Integer, List<Long>> adverts = new HashMap<>();

  private Takeover() {}

  static Takeover read(Path file) throws IOException {
    Takeover takeover = new Takeover();
    PacketFile.read(file, takeover::packet);
    return takeover;
  }

  private void packet(long when, ByteBuffer all, int packet) {
    if ((all.getShort(packet + PROTOCOL) & 0xffff) != ARP) {
      int vrid = all.get(packet + (all.get(packet) & 0xf) * 4 + 1) & 0xff;
      adverts.computeIfAbsent(vrid, _ -> new ArrayList<>()).add(when);
    } else if (all.getInt(packet + ARP_SENDER) == all.getInt(packet + ARP_TARGET)) {
      announced.putIfAbsent(all.getInt(packet + ARP_SENDER), when);
    }
  }

  int addresses() {
    return announced.size();
  }

  private long begin(int vrid) {
    return adverts.get(vrid).getFirst();
  }

  private long end() {
    return announced.values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** From the first advertisement of {@code vrid} to the last address announced at least once. */
  Duration time(int vrid) {
    return Duration.ofNanos(end() - begin(vrid));
  }

  /** Between two advertisements of {@code other}, from that time until all rounds are over. */
  Duration largestGap(int vrid, int other) {
    List<Long> all = adverts.get(other);
    long largest = 0;
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i) >= begin(vrid)) {
        largest = Math.max(largest, all.get(i) - all.get(i - 1));
      }
    }
    return Duration.ofNanos(largest);
  }
}
