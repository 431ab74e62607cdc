package dev.vrrpd.netlink.loop;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;

/**
 * How a thread was scheduled before it wished for anything, so that what it starts for others can
 * have the same: scripts should neither crowd its processors nor share its nice value.
 */
final class Inherited {
  private final int nice;
  private final NativeMemory processors = NativeMemory.allocate(Libc.PROCESSOR_MASK);
  private final boolean known;

  /** Of the calling thread. */
  Inherited() {
    this.nice = Libc.nice();
    this.known = Libc.getAffinity(processors) >= 0;
  }

  /** For the calling thread. What is refused stays as it is: it runs nevertheless. */
  void restore() {
    int _ = Libc.setNice(0, nice);
    if (known) {
      int _ = Libc.setAffinity(processors);
    }
  }
}
