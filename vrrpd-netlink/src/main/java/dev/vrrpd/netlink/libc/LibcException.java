package dev.vrrpd.netlink.libc;

/**
 * A call of the C library failed. The only exception that leaves this module; a caller that can go
 * on without the thing it asked for catches it once, where it asked.
 */
public final class LibcException extends RuntimeException {
  private final String call;
  private final int errno;

  /**
   * @param call name of the function, as in its man page
   * @param errno errno(3) number
   * @param arguments what it was called with, for the reader
   */
  public LibcException(String call, int errno, String arguments) {
    super("%s(%s): %s".formatted(call, arguments, Errno.message(errno)));
    this.call = call;
    this.errno = errno;
  }

  public String call() {
    return call;
  }

  public int errno() {
    return errno;
  }

  /** The C library's text for the error, such as {@code Operation not permitted}. */
  public String reason() {
    return Errno.message(errno);
  }
}
