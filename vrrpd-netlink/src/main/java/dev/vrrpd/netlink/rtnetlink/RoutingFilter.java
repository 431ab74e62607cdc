package dev.vrrpd.netlink.rtnetlink;

/**
 * What the kernel keeps back from a listener: routes and rules that come, and routes that go
 * without a VRRP daemon's mark. A routing daemon's full table does not reach the loop.
 */
final class RoutingFilter {
  private static final int LOAD_HALF = 0x28;
  private static final int LOAD_OCTET = 0x30;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  private static final int ALL = -1;

  private static final int TYPE = 4;
  private static final int ROUTE_PROTOCOL = Rtnetlink.HEADER + 5;
  private static final int VRRP_DAEMON = 18;

  static final long[] PROGRAM = {
    instruction(LOAD_HALF, 0, 0, TYPE),
    instruction(JUMP_IF_EQUAL, 6, 0, swapped(Rtnetlink.RTM_NEWROUTE)),
    instruction(JUMP_IF_EQUAL, 5, 0, swapped(Rtnetlink.RTM_NEWRULE)),
    instruction(JUMP_IF_EQUAL, 1, 0, swapped(Rtnetlink.RTM_DELROUTE)),
    instruction(RETURN, 0, 0, ALL),
    instruction(LOAD_OCTET, 0, 0, ROUTE_PROTOCOL),
    instruction(JUMP_IF_EQUAL, 0, 1, VRRP_DAEMON),
    instruction(RETURN, 0, 0, ALL),
    instruction(RETURN, 0, 0, 0),
  };

  private RoutingFilter() {}

  /** The machine loads in network order what the kernel has written in the host's. */
  private static int swapped(int type) {
    return Short.reverseBytes((short) type) & 0xffff;
  }

  private static long instruction(int code, int whenTrue, int whenFalse, int operand) {
    return code | (long) whenTrue << 16 | (long) whenFalse << 24 | (long) operand << 32;
  }
}
