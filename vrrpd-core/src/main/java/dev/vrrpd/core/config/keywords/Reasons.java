package dev.vrrpd.core.config.keywords;

/** Why keywords have no effect, once for all rows that share it. */
final class Reasons {
  static final String LOAD_BALANCER =
      "it belongs to keepalived's load balancer, which vrrpd does not have";
  static final String ONE_PROCESS = "vrrpd is one process where keepalived has several";
  static final String NO_BUFFERS = "socket buffers are sized by vrrpd itself";
  static final String NO_POLLING = "the kernel tells at once whenever a carrier changes";

  private Reasons() {}
}
