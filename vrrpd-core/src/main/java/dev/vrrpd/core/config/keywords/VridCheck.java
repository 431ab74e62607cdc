package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Vrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A VRID is used once for each interface and family: by multicast once for each group, by unicast
 * once for each set of peers. RFC 9568 section 5.2.3.
 */
final class VridCheck {
  private final Diagnostics diagnostics;
  private final Map<Key, List<InstanceConfig>> users = new HashMap<>();

  private record Key(InterfaceName link, Family family, Vrid vrid) {}

  VridCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(FileDraft file, List<InstanceConfig> instances) {
    for (InstanceConfig instance : instances) {
      Key key =
          new Key(instance.link(), instance.parameters().family(), instance.parameters().vrid());
      List<InstanceConfig> others = users.computeIfAbsent(key, _ -> new ArrayList<>(1));
      others.stream()
          .filter(other -> collide(other.transport(), instance.transport()))
          .findFirst()
          .ifPresent(other -> report(file, other, instance));
      others.add(instance);
    }
  }

  private static boolean collide(Transport a, Transport b) {
    return switch (a) {
      case Transport.Multicast(IpAddress group, var _) ->
          b instanceof Transport.Multicast(IpAddress other, var _) && group.equals(other);
      case Transport.Unicast one ->
          b instanceof Transport.Unicast other
              && one.source().equals(other.source())
              && overlap(partners(one), partners(other));
    };
  }

  private static Set<String> partners(Transport.Unicast unicast) {
    return Stream.concat(unicast.peers().stream(), unicast.names().stream())
        .map(Transport.Partner::text)
        .collect(Collectors.toSet());
  }

  private static boolean overlap(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }

  private void report(FileDraft file, InstanceConfig first, InstanceConfig second) {
    Vrid vrid = second.parameters().vrid();
    Family family = second.parameters().family();
    diagnostics.add(
        Diagnostic.of(
                Code.DUPLICATE_VRID,
                file.instances.get(second.name()).place("virtual_router_id"),
                "'%s' and '%s' both use VRID %s with %s on %s"
                    .formatted(first.name(), second.name(), vrid, family, second.link()))
            .help("give one of them another virtual_router_id, on all its routers")
            .asKeepalivedOverall(
                "%s and %s both use VRID %s with %s on interface %s"
                    .formatted(first.name(), second.name(), vrid, family, second.link())));
  }
}
