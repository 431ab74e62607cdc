package dev.vrrpd.demo;

import dev.vrrpd.core.value.MacAddress;

/**
 * One of the two routers.
 *
 * @param letter {@code a} or {@code b}: the last part of every name
 * @param host the last octet of its address, 2 to 254
 * @param priority its base priority, 1 to 254
 */
record DemoRouter(char letter, int host, int priority) {

  String name() {
    return "router-" + letter;
  }

  String address() {
    return "10.77.0." + host;
  }

  MacAddress mac() {
    return new MacAddress(0x0200_0000_0000L | host);
  }

  /** The switch's end of its cable. */
  String port() {
    return "port-" + letter;
  }

  /** What an operator would write in keepalived.conf. */
  String configuration() {
    return """
    vrrp_instance VI_1 {
        state %s
        interface eth0
        virtual_router_id 51
        priority %d
        advert_int 1
        virtual_ipaddress {
            %s/24
        }
    }
    """
        .formatted(letter == 'a' ? "MASTER" : "BACKUP", priority, Lan.VIRTUAL_ADDRESS);
  }
}
