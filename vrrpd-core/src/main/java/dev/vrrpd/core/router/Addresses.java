package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.List;

/** All addresses of an instance: those advertised, then the excluded ones. */
final class Addresses {
  private Addresses() {}

  static List<VirtualAddress> of(InstanceConfig config) {
    if (config.excludedAddresses().isEmpty()) {
      return config.addresses();
    }
    List<VirtualAddress> all = new ArrayList<>(config.addresses());
    all.addAll(config.excludedAddresses());
    return all;
  }
}
