package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.netlink.libc.Errno;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The kernel's NLMSG_ERROR for one request, netlink(7).
 *
 * @param errno 0 where it is an acknowledgement
 * @param hint what the kernel added in words (extended acknowledgement), or empty
 */
record Answer(int sequence, int errno, String hint) {
  private static final int ERRNO_AND_HEADER = 4 + Rtnetlink.HEADER;

  static Answer parse(Message message) {
    int errno = -message.number(0);
    AtomicReference<String> hint = new AtomicReference<>("");
    if (message.hasFlag(Rtnetlink.NLM_F_ACK_TLVS)) {
      int repeated = message.hasFlag(Rtnetlink.NLM_F_CAPPED) ? Rtnetlink.HEADER : message.number(4);
      int fixed = Math.max(ERRNO_AND_HEADER, 4 + ((repeated + 3) & ~3));
      message.attributes(
          fixed,
          (type, from, to) -> {
            if (type == Rtnetlink.NLMSGERR_ATTR_MSG) {
              hint.set(message.text(from, to));
            }
          });
    }
    return new Answer(message.sequence(), errno, hint.get());
  }

  /** {@code Invalid argument}, or {@code Invalid argument: ipv4: Invalid scope value}. */
  String reason() {
    return hint.isEmpty() ? Errno.message(errno) : Errno.message(errno) + ": " + hint;
  }
}
