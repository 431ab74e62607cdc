package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;

/**
 * A virtual address in dumps: {@code 10.9.0.101/24 dev eth0 scope global set}. Readers split it at
 * blanks and take the third word for the device, so whatever else there is to say stands behind it
 * (keepalived puts broadcast and peer before).
 */
final class AddressText {
  private static final int SITE = 200;
  private static final int LINK = 253;
  private static final int HOST = 254;

  private AddressText() {}

  static String of(RouterSnapshot.Instance instance, VirtualAddress address) {
    StringBuilder text = new StringBuilder(address.addressText());
    text.append(" dev ").append(device(instance.config(), address));
    text.append(" scope ").append(scope(address.scope()));
    address.peer().ifPresent(peer -> text.append(" peer ").append(peer));
    address.broadcast().ifPresent(broadcast -> text.append(" brd ").append(broadcast));
    address.label().ifPresent(label -> text.append(" label ").append(label));
    if (address.effectivePreferredLifetime() == 0) {
      text.append(" deprecated");
    }
    if (isSet(instance, address)) {
      text.append(" set");
    }
    return text.toString();
  }

  /** A link of our own with its base: {@code vrrp.51@eth0}. */
  private static String device(InstanceConfig config, VirtualAddress address) {
    InterfaceName device =
        config.placement().placed(config.link(), address).device().orElse(config.home());
    return config.placement().links().stream()
        .filter(link -> link.name().equals(device))
        .map(link -> device + "@" + link.base())
        .findFirst()
        .orElse(device.value());
  }

  private static boolean isSet(RouterSnapshot.Instance instance, VirtualAddress address) {
    return instance.role() == Role.ACTIVE
        && instance.addressesInstalled()
        && !instance.refusedAddresses().contains(address);
  }

  private static String scope(int scope) {
    return switch (scope) {
      case 0 -> "global";
      case SITE -> "site";
      case LINK -> "link";
      case HOST -> "host";
      default -> Integer.toString(scope);
    };
  }
}
