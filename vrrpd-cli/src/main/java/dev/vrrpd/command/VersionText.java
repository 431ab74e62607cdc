package dev.vrrpd.command;

import dev.vrrpd.daemon.Banner;

/**
 * Which program this says it is. Called as keepalived it gives keepalived's version line first,
 * which tools such as exporters read; the version is the one whose behaviour is the model.
 */
final class VersionText {
  static final String VERSION = "0.1.0";
  private static final String MODEL = "v2.4.3";

  private VersionText() {}

  static Banner banner(CalledAs calledAs) {
    return switch (calledAs) {
      case VRRPD -> new Banner("vrrpd " + VERSION, "vrrpd");
      case KEEPALIVED ->
          new Banner("Keepalived %s (vrrpd %s)".formatted(MODEL, VERSION), "Keepalived_vrrp");
    };
  }

  /** For {@code -v}, on standard error. */
  static String text(CalledAs calledAs) {
    String first =
        switch (calledAs) {
          case VRRPD -> "vrrpd " + VERSION;
          case KEEPALIVED -> "Keepalived " + MODEL + " (08/13,2026)";
        };
    return """
    %s

    vrrpd %s, a VRRP daemon in Java that behaves as keepalived %s
    Running on %s %s, Java %s
    """
        .formatted(
            first,
            VERSION,
            MODEL,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }
}
