package dev.vrrpd.netlink.libc;

/** The errno(3) numbers that are told apart by name, the same on x86_64 and aarch64. */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int EBADF = 9;
  public static final int EAGAIN = 11;
  public static final int EEXIST = 17;
  public static final int ENODEV = 19;
  public static final int EINVAL = 22;
  public static final int EOPNOTSUPP = 95;
  public static final int EADDRNOTAVAIL = 99;
  public static final int ENOBUFS = 105;
  public static final int ECONNREFUSED = 111;

  private Errno() {}

  /** strerror(3): the text for the number, such as {@code Operation not permitted}. */
  public static String message(int errno) {
    return Libc.strerror(errno);
  }
}
