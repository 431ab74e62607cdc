package dev.vrrpd.netlink.libc;

import java.util.List;

/**
 * Credentials of one thread (credentials(7)). The kernel keeps them per thread; only the C library
 * makes all threads follow, and these calls go round it. There is no way back: a thread that took
 * others is good for nothing but starting a child and ending. Threads it starts inherit them.
 */
public final class ThreadCredentials {
  private ThreadCredentials() {}

  /**
   * setgroups(2), setresgid(2), setresuid(2) on the calling thread, in this order.
   *
   * @throws LibcException when one is refused; those before it stand
   */
  public static void become(int uid, int gid, List<Integer> groups) {
    NativeMemory list = NativeMemory.allocate(Math.max(1, groups.size()) * Integer.BYTES);
    for (int i = 0; i < groups.size(); i++) {
      list.octets().putInt(i * Integer.BYTES, groups.get(i));
    }
    Libc.check(
        "setgroups",
        Libc.keeping(list, Libc.syscall(Syscall.SETGROUPS, groups.size(), list.address(), 0)),
        groups.toArray());
    Libc.check("setresgid", Libc.syscall(Syscall.SETRESGID, gid, gid, gid), gid, gid, gid);
    Libc.check("setresuid", Libc.syscall(Syscall.SETRESUID, uid, uid, uid), uid, uid, uid);
  }
}
