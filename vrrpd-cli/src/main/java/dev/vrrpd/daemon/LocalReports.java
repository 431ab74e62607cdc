package dev.vrrpd.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code disable_local_igmp}: the kernel's reports of membership in link-local groups, VRRP's among
 * them. Switched off while the daemon runs, in its network namespace; at the end as before.
 */
final class LocalReports {
  private static final Logger log = LoggerFactory.getLogger("daemon");
  private static final Path SETTING = Path.of("/proc/sys/net/ipv4/igmp_link_local_mcast_reports");

  private final boolean wereOn;

  private LocalReports(boolean wereOn) {
    this.wereOn = wereOn;
  }

  /** On a thread in the daemon's namespace. */
  static LocalReports begin(boolean silenced) {
    try {
      boolean on = silenced && !Files.readString(SETTING).strip().equals("0");
      if (on) {
        Files.writeString(SETTING, "0");
      }
      return new LocalReports(on);
    } catch (IOException e) {
      log.warn("Unable to set {}: {}", SETTING, e.getMessage());
      return new LocalReports(false);
    }
  }

  /** On a thread in the daemon's namespace. */
  void restore() {
    if (wereOn) {
      try {
        Files.writeString(SETTING, "1");
      } catch (IOException e) {
        log.warn("Unable to restore {}: {}", SETTING, e.getMessage());
      }
    }
  }
}
