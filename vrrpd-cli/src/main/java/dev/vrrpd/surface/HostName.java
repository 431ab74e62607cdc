package dev.vrrpd.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine calls itself; no name service is asked. */
public final class HostName {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  public static String whole() {
    try {
      return Files.readString(KERNEL).trim();
    } catch (IOException _) {
      return System.getenv().getOrDefault("HOSTNAME", "localhost");
    }
  }

  /** Up to its first dot, as keepalived's configuration id. */
  public static String shortened() {
    String name = whole();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
