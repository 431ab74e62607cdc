package dev.vrrpd.core.router;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;

/** Somebody else on a link who says that an address is its own. */
record Answerer(InterfaceName link, IpAddress address, MacAddress mac) {}
