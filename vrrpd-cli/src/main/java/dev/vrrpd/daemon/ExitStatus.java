package dev.vrrpd.daemon;

/** Exit statuses, as keepalived(8) and its observed behaviour have them. */
public final class ExitStatus {
  /** Normal stop, and a daemon that runs already. */
  public static final int OK = 0;

  /** A wrong option, something fatal. */
  public static final int FAILURE = 1;

  /** A configuration that cannot run. */
  public static final int CONFIG = 2;

  /** There is no daemon to ask. */
  public static final int NO_DAEMON = 3;

  /** The raw sockets cannot be opened; the daemon may not be asked. */
  public static final int NO_PERMISSION = 4;

  /** The configuration file is missing or unreadable. */
  public static final int NO_CONFIG = 6;

  /** A question that cannot be answered; sysexits.h calls it EX_USAGE. */
  public static final int USAGE = 64;

  /** A defect of our own; sysexits.h calls it EX_SOFTWARE. Starting again may help. */
  public static final int DEFECT = 70;

  private ExitStatus() {}
}
