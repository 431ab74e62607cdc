package dev.vrrpd.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tcpdump wrote of VRRP over IPv4, as the moments of each virtual router: nanoseconds of the
 * kernel's clock on the wall, by source address and VRID.
 */
final class AdvertFile {
  private static final int SOURCE = 12;
  private static final long SECOND = 1_000_000_000L;

  private final Map<Long, List<Long>> moments = new LinkedHashMap<>();

  static AdvertFile read(Path file) throws IOException {
    AdvertFile adverts = new AdvertFile();
    PacketFile.read(file, adverts::packet);
    return adverts;
  }

  private void packet(long when, ByteBuffer all, int packet) {
    int header = (all.get(packet) & 0xf) * 4;
    long key = ((long) all.getInt(packet + SOURCE) << 8) | (all.get(packet + header + 1) & 0xff);
    moments.computeIfAbsent(key, _ -> new ArrayList<>()).add(when);
  }

  int routers() {
    return moments.size();
  }

  /** When the last of them spoke for the first time. */
  long settled() {
    return moments.values().stream().mapToLong(List::getFirst).max().orElse(0);
  }

  /**
   * How many all of them together say in a second, by the time between each one's first and last.
   */
  double eachSecond(long from, long to) {
    double sum = 0;
    for (List<Long> each : moments.values()) {
      List<Long> within = each.stream().filter(when -> from <= when && when < to).toList();
      if (within.size() > 1) {
        sum += (within.size() - 1.0) * SECOND / (within.getLast() - within.getFirst());
      }
    }
    return sum;
  }

  /** By how much the distance of two in succession was not the interval; sorted. */
  List<Long> jitter(long interval, long from, long to) {
    List<Long> all = new ArrayList<>();
    for (List<Long> each : moments.values()) {
      for (int i = 1; i < each.size(); i++) {
        if (each.get(i - 1) >= from && each.get(i) < to) {
          all.add(Math.abs(each.get(i) - each.get(i - 1) - interval));
        }
      }
    }
    all.sort(null);
    return all;
  }
}
