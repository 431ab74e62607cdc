package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import java.util.SortedSet;

/** Lets advertisements of some virtual routers pass, as a raw socket is shown them. */
final class VridFilter {
  private static final int VRID = 1;

  private VridFilter() {}

  static FilterProgram of(Family family, SortedSet<Integer> vrids) {
    FilterProgram program = new FilterProgram();
    if (family == Family.IPV4) {
      program.loadOctetBehindIpv4(VRID);
    } else {
      program.loadOctet(VRID);
    }
    for (int vrid : vrids) {
      program.ifEqual(vrid, 1);
      program.accept();
    }
    program.refuse();
    return program;
  }
}
