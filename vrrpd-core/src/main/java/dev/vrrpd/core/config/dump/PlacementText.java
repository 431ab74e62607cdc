package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Placement;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualLink;
import java.util.Locale;
import java.util.OptionalInt;

/** {@code use_vmac} and its kin. */
final class PlacementText {
  private PlacementText() {}

  static void write(InstanceConfig instance, Blocks out) {
    Placement placement = instance.placement();
    placement
        .home()
        .ifPresent(home -> {
          switch (home.type()) {
            case VirtualLink.PrivateMacvlan(MacAddress mac) ->
                out.line("use_vmac", home.name() + mac(mac) + group(home.group()));
            case VirtualLink.Ipvlan(VirtualLink.Isolation isolation) ->
                out.line(
                    "use_ipvlan",
                    "%s%s %s%s"
                        .formatted(
                            home.name(),
                            instance.transport().source().map(a -> " " + a).orElse(""),
                            isolation.name().toLowerCase(Locale.ROOT),
                            group(home.group())));
          }
        });
    out.flag("vmac_xmit_base", placement.advertisesFromBase());
    out.flag("use_vmac_addr", placement.everyAddress());
  }

  /** The standard's own goes without saying, and may not be said. */
  private static String mac(MacAddress mac) {
    return mac.bits() >>> 16 == 0x5e00 ? "" : " " + mac;
  }

  private static String group(OptionalInt group) {
    return group.isPresent() ? " group " + group.getAsInt() : "";
  }
}
