package dev.vrrpd.netlink.libc;

/** The C library: every native call of the program, each with the man page that describes it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Libc {
  private Libc() {}

  /** strerror(3). */
  static String strerror(int errno) {
    throw new UnsupportedOperationException();
  }
}
