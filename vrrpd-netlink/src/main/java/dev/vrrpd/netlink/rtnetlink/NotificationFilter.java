package dev.vrrpd.netlink.rtnetlink;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * What the kernel keeps back from a listener: routes and rules that come, routes that go without a
 * VRRP daemon's mark, and addresses of links that do not concern it. Neither a routing daemon's
 * full table nor the address changes of a thousand containers reach the loop.
 */
final class NotificationFilter {
  private static final int LOAD_WORD = 0x20;
  private static final int LOAD_HALF = 0x28;
  private static final int LOAD_OCTET = 0x30;
  private static final int JUMP = 0x05;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  private static final int ALL = -1;
  private static final int NOTHING = 0;

  private static final int TYPE = 4;
  private static final int ROUTE_PROTOCOL = Rtnetlink.HEADER + 5;
  private static final int ADDRESS_LINK = Rtnetlink.HEADER + 4;
  private static final int VRRP_DAEMON = 18;

  /** The kernel takes 4096 instructions, of which each link needs two. */
  private static final int MOST_LINKS = 2000;

  /** Addresses of every link. */
  static final long[] EVERY_LINK = {
    instruction(LOAD_HALF, 0, 0, TYPE),
    instruction(JUMP_IF_EQUAL, 6, 0, swapped(Rtnetlink.RTM_NEWROUTE)),
    instruction(JUMP_IF_EQUAL, 5, 0, swapped(Rtnetlink.RTM_NEWRULE)),
    instruction(JUMP_IF_EQUAL, 1, 0, swapped(Rtnetlink.RTM_DELROUTE)),
    instruction(RETURN, 0, 0, ALL),
    instruction(LOAD_OCTET, 0, 0, ROUTE_PROTOCOL),
    instruction(JUMP_IF_EQUAL, 0, 1, VRRP_DAEMON),
    instruction(RETURN, 0, 0, ALL),
    instruction(RETURN, 0, 0, NOTHING),
  };

  private NotificationFilter() {}

  /** Addresses of these links only, as long as they are not too many for the kernel. */
  static long[] of(Collection<Integer> indexes) {
    if (indexes.size() > MOST_LINKS) {
      return EVERY_LINK;
    }
    LongStream addresses =
        LongStream.concat(
            LongStream.of(instruction(LOAD_WORD, 0, 0, ADDRESS_LINK)),
            LongStream.concat(
                indexes.stream().flatMapToLong(NotificationFilter::passing),
                LongStream.of(instruction(RETURN, 0, 0, NOTHING))));
    int length = 2 * indexes.size() + 2;
    LongStream begin =
        LongStream.of(
            EVERY_LINK[0],
            instruction(JUMP_IF_EQUAL, 2, 0, swapped(Rtnetlink.RTM_NEWADDR)),
            instruction(JUMP_IF_EQUAL, 1, 0, swapped(Rtnetlink.RTM_DELADDR)),
            instruction(JUMP, 0, 0, length));
    LongStream routing = Arrays.stream(EVERY_LINK).skip(1);
    return LongStream.concat(begin, LongStream.concat(addresses, routing)).toArray();
  }

  private static LongStream passing(int index) {
    return LongStream.of(
        instruction(JUMP_IF_EQUAL, 0, 1, Integer.reverseBytes(index)),
        instruction(RETURN, 0, 0, ALL));
  }

  /** The machine loads in network order what the kernel has written in the host's. */
  private static int swapped(int type) {
    return Short.reverseBytes((short) type) & 0xffff;
  }

  private static long instruction(int code, int whenTrue, int whenFalse, int operand) {
    return code | (long) whenTrue << 16 | (long) whenFalse << 24 | (long) operand << 32;
  }
}
