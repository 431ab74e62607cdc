package dev.vrrpd.netlink.libc;

/** The errno(3) numbers that are told apart by name. They are the same on every Linux of JDK 25's. */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int EAGAIN = 11;
  public static final int EEXIST = 17;
  public static final int ENODEV = 19;
  public static final int EINVAL = 22;
  public static final int EADDRNOTAVAIL = 99;
  public static final int ENETDOWN = 100;
  public static final int ENOBUFS = 105;

  private Errno() {}

  /** strerror(3). */
  public static String message(int errno) {
    return Libc.strerror(errno);
  }
}
