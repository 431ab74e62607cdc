package dev.vrrpd.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tcpdump wrote of VRRP over IPv4, as the moments of each virtual router: nanoseconds of the
 * kernel's clock on the wall, by source address and VRID. Read after the fact, so that watching
 * takes nothing from those who are watched.
 */
final class AdvertFile {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;

  /** LINUX_SLL. */
  private static final int LINK_HEADER = 16;

  private static final int SOURCE = 12;
  private static final long SECOND = 1_000_000_000L;

  private final Map<Long, List<Long>> moments = new LinkedHashMap<>();

  static AdvertFile read(Path file) throws IOException {
    AdvertFile adverts = new AdvertFile();
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int at = FILE_HEADER;
    while (at + PACKET_HEADER <= all.limit()) {
      int length = all.getInt(at + 8);
      int packet = at + PACKET_HEADER + LINK_HEADER;
      if (packet + length - LINK_HEADER > all.limit()) {
        break;
      }
      long when = all.getInt(at) * SECOND + all.getInt(at + 4);
      int header = (all.get(packet) & 0xf) * 4;
      long key = (long) all.getInt(packet + SOURCE) << 8 | all.get(packet + header + 1) & 0xff;
      adverts.moments.computeIfAbsent(key, _ -> new ArrayList<>()).add(when);
      at += PACKET_HEADER + length;
    }
    return adverts;
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
