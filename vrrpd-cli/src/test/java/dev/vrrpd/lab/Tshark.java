package dev.vrrpd.lab;

import java.nio.file.Path;
import java.util.List;

/** The second opinion on a capture. */
final class Tshark {
  private static final String FAULTY =
      "vrrp.checksum.status == 0 || ip.checksum.status == 0 || _ws.malformed";

  private Tshark() {}

  /** One line per packet with a bad VRRP or IP checksum, or that makes no sense. */
  static List<String> faults(Path pcap) {
    String found =
        Command.run(
            List.of("tshark", "-r", pcap.toString(), "-o", "ip.check_checksum:TRUE", "-Y", FAULTY));
    return found.lines().filter(line -> !line.startsWith("Running as user")).toList();
  }
}
