package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.TreeSet;

/** An address line with all its options. */
final class AddressText {
  private AddressText() {}

  static String of(VirtualAddress address) {
    StringBuilder line = new StringBuilder();
    boolean pointToPoint = address.peer().isPresent();
    line.append(address.address());
    if (!pointToPoint) {
      line.append('/').append(address.prefixLength());
    }
    address.device().ifPresent(device -> line.append(" dev ").append(device));
    if (address.scope() != 0 && address.address().family() == Family.IPV4) {
      line.append(" scope ").append(address.scope());
    }
    address.broadcast().ifPresent(broadcast -> line.append(" brd ").append(broadcast));
    address.label().ifPresent(label -> line.append(" label ").append(label));
    address.peer().ifPresent(peer -> line.append(" peer ").append(peer));
    new TreeSet<>(address.options()).forEach(option -> line.append(' ').append(word(option)));
    address
        .preferredLifetime()
        .ifPresent(seconds -> line.append(" preferred_lft ").append(seconds));
    return line.append(address.tracked() ? "" : " no_track").toString();
  }

  private static String word(VirtualAddress.Option option) {
    return switch (option) {
      case HOME -> "home";
      case DUPLICATE_DETECTION -> "-nodad";
      case MNGTMPADDR -> "mngtmpaddr";
      case NOPREFIXROUTE -> "noprefixroute";
      case AUTOJOIN -> "autojoin";
      case USE_VMAC -> "use_vmac";
    };
  }
}
