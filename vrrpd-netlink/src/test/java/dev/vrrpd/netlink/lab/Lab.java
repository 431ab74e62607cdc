package dev.vrrpd.netlink.lab;

import org.junit.jupiter.api.Assumptions;

/** What this machine lets a test do. */
public final class Lab {
  private Lab() {}

  /** Skips the test, or fails it where {@code -Dvrrpd.lab.required=true}. */
  public static void require(boolean given, String what) {
    if (!given && Boolean.getBoolean("vrrpd.lab.required")) {
      throw new AssertionError("this machine has no " + what);
    }
    Assumptions.assumeTrue(given, () -> "this machine has no " + what);
  }
}
