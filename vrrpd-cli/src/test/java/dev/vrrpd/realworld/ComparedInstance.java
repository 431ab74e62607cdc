package dev.vrrpd.realworld;

/** An instance that speaks five times a second on eth0, as text. */
final class ComparedInstance {
  private ComparedInstance() {}

  /**
   * @param vrid two digits: its address is 10.9.0.1VRID
   * @param more lines and blocks of its own
   */
  static String text(String name, int vrid, int priority, String more) {
    return """
    vrrp_instance %1$s {
      interface eth0
      virtual_router_id %2$d
      version 3
      priority %3$d
      advert_int 0.2
      virtual_ipaddress {
        10.9.0.1%2$d/24
      }
    %4$s
    }
    """
        .formatted(name, vrid, priority, more);
  }
}
