package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.config.PacingConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Multiple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges what is said of links: groups of pace, and delays that no instance may outlast. */
final class LinkAssembly {
  private final FileDraft file;
  private final Diagnostics diagnostics;

  LinkAssembly(FileDraft file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  LinksConfig complete(List<InstanceConfig> instances) {
    PacingConfig.Pace each =
        new PacingConfig.Pace(file.global.arpPace, file.global.advertisementPace);
    List<LinksConfig.Delay> delays =
        file.delays.stream().map(delay -> bounded(delay, instances)).toList();
    return new LinksConfig(
        new PacingConfig(each, groups()),
        delays,
        file.global.linkPrefix,
        file.global.addressLinkPrefix);
  }

  private List<PacingConfig.Group> groups() {
    Set<InterfaceName> taken = new HashSet<>();
    List<PacingConfig.Group> groups = new ArrayList<>();
    for (PaceDraft draft : file.paces) {
      PacingConfig.Group group = draft.complete();
      if (group.pace().equals(PacingConfig.Pace.NONE)) {
        refuse(draft, "this garp_group has no interval; it is removed");
      } else if (group.links().isEmpty()) {
        refuse(draft, "this garp_group has no interface; it is removed");
      } else if (group.links().stream().anyMatch(link -> !taken.add(link))) {
        refuse(draft, "an interface of this garp_group is in another one; this one is removed");
      } else {
        groups.add(group);
      }
    }
    return groups;
  }

  private void refuse(PaceDraft draft, String reason) {
    diagnostics.add(
        Diagnostic.of(Code.PACE_UNUSABLE, draft.header(), reason)
            .help("garp_group { garp_interval 0.01  interface eth0 }"));
  }

  /**
   * Others take over after down_timer_adverts intervals; a link that is down has to be a fault
   * before.
   */
  private LinksConfig.Delay bounded(
      Placed<LinksConfig.Delay> placed, List<InstanceConfig> instances) {
    LinksConfig.Delay delay = placed.value();
    Duration most = delay.down();
    for (InstanceConfig instance : instances) {
      if (instance.link().equals(delay.link())) {
        Duration limit = limit(instance);
        most = most.compareTo(limit) > 0 ? limit : most;
      }
    }
    if (most.equals(delay.down())) {
      return delay;
    }
    diagnostics.add(
        Diagnostic.of(
            Code.ADJUSTED_VALUE,
            placed.span(),
            "%s has an instance whose other routers would take over before this delay is over; it is %d ms"
                .formatted(delay.link(), most.toMillis())));
    return new LinksConfig.Delay(delay.link(), most, delay.up());
  }

  private static Duration limit(InstanceConfig instance) {
    return Multiple.of(
        instance.parameters().advertisementInterval().toDuration(),
        instance.parameters().downTimerAdverts() - 1L);
  }
}
