package dev.vrrpd.netlink.kernel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code net.ipv4.conf.all.rp_filter}: as long as it filters, a link without an IPv4 address hears
 * nothing, whatever its own setting says; a Backup's virtual MAC interface is such a link. Handed
 * down to every other link it filters there as before.
 */
final class ReversePath {
  static final String OBSTACLE =
      "net.ipv4.conf.all.rp_filter is set and cannot be changed: nothing would be heard";

  private static final Path CONF = Path.of("/proc/sys/net/ipv4/conf");
  private static final Path ALL = CONF.resolve("all");
  private static final String RP_FILTER = "rp_filter";

  private static final Pattern NOTED = Pattern.compile(" all_rp_filter=(\\d+)");

  private int handedDown;

  /** What a link of ours says of itself: a killed run's note of what was there before. */
  void recall(String alias) {
    Matcher matcher = NOTED.matcher(alias);
    if (handedDown == 0 && matcher.find()) {
      handedDown = Integer.parseInt(matcher.group(1));
    }
  }

  /** For the alias of a link of ours, before {@link #relax}; empty where nothing filters. */
  String note() {
    int all = handedDown != 0 ? handedDown : readOrNothing();
    return all == 0 ? "" : " all_rp_filter=" + all;
  }

  private static int readOrNothing() {
    try {
      return read(ALL);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  /** False where the system lets nobody change it. */
  boolean relax() {
    try {
      int all = read(ALL);
      if (all == 0) {
        return true;
      }
      try (DirectoryStream<Path> links = Files.newDirectoryStream(CONF)) {
        for (Path link : links) {
          write(link, Math.max(all, read(link)));
        }
      }
      write(ALL, 0);
      handedDown = all;
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }

  /** What holds for all holds for links to come too. */
  void restore() {
    try {
      if (handedDown != 0 && read(ALL) == 0) {
        write(ALL, handedDown);
      }
      handedDown = 0;
    } catch (IOException unwritable) {
      // It was written before; what was handed down goes on to filter.
      handedDown = 0;
    }
  }

  private static int read(Path link) throws IOException {
    return Integer.parseInt(Files.readString(link.resolve(RP_FILTER)).strip());
  }

  private static void write(Path link, int value) throws IOException {
    Files.writeString(link.resolve(RP_FILTER), Integer.toString(value));
  }
}
