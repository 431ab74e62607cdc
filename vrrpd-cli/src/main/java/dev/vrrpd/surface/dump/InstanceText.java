package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.RouterSnapshot.ActiveRouter;
import dev.vrrpd.core.router.RouterSnapshot.Group;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Rival;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import dev.vrrpd.surface.KeepalivedNames;
import java.util.List;
import java.util.Optional;

/** One instance in {@code keepalived.data}. Passwords are masked. */
final class InstanceText {
  private final Lines lines;
  private final Portrait portrait;
  private final Instance instance;
  private final InstanceConfig config;
  private final VirtualRouterParameters parameters;

  InstanceText(Lines lines, Portrait portrait, Instance instance) {
    this.lines = lines;
    this.portrait = portrait;
    this.instance = instance;
    this.config = instance.config();
    this.parameters = config.parameters();
  }

  void write() {
    lines.top("VRRP Instance = " + config.name());
    lines.item("VRRP Version", parameters.version().number());
    group().ifPresent(group -> lines.item("Sync group", group.name()));
    state();
    transport();
    announcements(config.announcements());
    election();
    authentication();
    addresses();
    routing();
    peers();
    tracked();
    notifications(config.notifications());
  }

  private Optional<Group> group() {
    return portrait.router().groups().stream()
        .filter(group -> group.members().contains(config.name()))
        .findFirst();
  }

  private void state() {
    lines.item("State", KeepalivedNames.of(KeepalivedNames.shown(instance.role())));
    flags();
    instance.activeRouter().ifPresent(this::activeRouter);
    instance.rivals().forEach(this::rival);
    lines.item("Wantstate", KeepalivedNames.of(KeepalivedNames.wanted(instance.role())));
    lines.item("Number of config faults", 0);
    lines.item("Number of interface and track script faults", instance.faults().size() - pending());
    lines.item("Number of track scripts init", pending());
    lines.item("Last transition", portrait.secondsAndDate(instance.lastTransition()));
    lines.item(
        "Read timeout",
        instance.deadline().equals(Moment.NEVER)
            ? "DISABLED"
            : portrait.secondsAndDate(instance.deadline()));
    lines.item(
        "Master down timer",
        Timers.activeDownInterval(
                        parameters,
                        instance.effectivePriority(),
                        instance
                            .activeRouter()
                            .map(ActiveRouter::interval)
                            .orElse(parameters.advertisementInterval()))
                    .toNanos()
                / 1000
            + " usecs");
  }

  private void flags() {
    if (config.transport() instanceof Transport.Unicast) {
      lines.item("Flags:");
      lines.entry("Using unicast");
    } else if (config.placement().home().isPresent()) {
      lines.item("Flags:");
    } else {
      lines.item("Flags: none");
    }
    if (parameters.family() == Family.IPV6) {
      lines.item("Using Native IPv6");
    }
  }

  private long pending() {
    return instance.faults().stream().filter(Fault::awaited).count();
  }

  private void activeRouter(ActiveRouter active) {
    lines.item("Master router", active.address());
    lines.item("Master priority", active.priority());
    if (parameters.version() == Version.V3) {
      lines.item("Master advert interval", milliseconds(active.interval()));
    }
  }

  private void rival(Rival rival) {
    lines.item(
        "Answered by another host, not heard",
        "%s on %s by %s, last %s"
            .formatted(
                rival.address(),
                rival.link(),
                rival.mac(),
                portrait.secondsAndDate(rival.lastAnswer())));
  }

  private void transport() {
    config
        .placement()
        .home()
        .ifPresent(home ->
            lines.item(
                "Use VMAC, i/f name %s, is_up = true, xmit_base = %s"
                    .formatted(home.name(), config.placement().advertisesFromBase())));
    lines.item(
        "Interface",
        config
            .placement()
            .home()
            .map(home -> home.name() + ", vmac on " + home.base())
            .orElse(config.link().value()));
    instance
        .primaryAddress()
        .ifPresent(source ->
            lines.item(
                "Using src_ip",
                source + (config.transport().source().isPresent() ? " (from configuration)" : "")));
    if (config.transport() instanceof Transport.Multicast(var group, var _)) {
      lines.item("Multicast address " + group);
    }
  }

  private void announcements(AnnouncementConfig announcements) {
    lines.item("Gratuitous ARP delay", announcements.delay().toSeconds());
    lines.item("Gratuitous ARP repeat", announcements.repeat());
    lines.item("Gratuitous ARP refresh", announcements.refresh().toSeconds());
    lines.item("Gratuitous ARP refresh repeat", announcements.refreshRepeat());
    lines.item("Gratuitous ARP lower priority delay", announcements.rivalDelay().toSeconds());
    lines.item("Gratuitous ARP lower priority repeat", announcements.rivalRepeat());
  }

  private void election() {
    lines.item("Down timer adverts", parameters.downTimerAdverts());
    lines.item(
        "Send advert after receive lower priority advert = " + parameters.answersLowerPriority());
    lines.item(
        "Send advert after receive higher priority advert = " + parameters.answersHigherPriority());
    lines.item("Virtual Router ID", parameters.vrid());
    lines.item("Priority", parameters.priority());
    lines.item("Effective priority", instance.effectivePriority());
    lines.item("Total priority", instance.effectivePriority());
    if (!instance.contributions().isEmpty()) {
      lines.item("Priority is made of", instance.arithmetic());
    }
    lines.item("Advert interval", interval(parameters.advertisementInterval()));
    lines.item("Accept", parameters.acceptMode());
    lines.item("Preempt", parameters.preemptMode());
    if (parameters.preemptDelay().isPositive()) {
      lines.item("Preempt delay", parameters.preemptDelay().toSeconds() + " secs");
    }
    lines.item("Promote_secondaries", config.promotesSecondaries());
  }

  private String interval(Centiseconds interval) {
    return parameters.version() == Version.V2
        ? interval.toDuration().toSeconds() + " sec"
        : milliseconds(interval);
  }

  private static String milliseconds(Centiseconds interval) {
    return interval.toDuration().toMillis() + " milli-sec";
  }

  private void authentication() {
    switch (parameters.authentication()) {
      case Authentication.None _ when parameters.version() == Version.V3 -> {}
      case Authentication.None _ -> lines.item("Authentication type", "none");
      case Authentication.Signed signed -> {
        lines.item("Authentication type", "HMAC-SHA256");
        lines.item("Active key", Integer.toString(signed.activeKey()));
        lines.item("Keys", Integer.toString(signed.keys().size()));
      }
      case Authentication.SimplePassword _ -> {
        lines.item("Authentication type", "SIMPLE_PASSWORD");
        lines.item("Password", "****");
      }
      case Authentication.Ah _ -> {
        lines.item("Authentication type", "IPSEC_AH");
        lines.item("Password", "****");
      }
    }
  }

  private void addresses() {
    List<VirtualAddress> addresses = config.addresses();
    lines.item("Virtual IP (%d):".formatted(addresses.size()));
    addresses.forEach(address -> lines.entry(AddressText.of(instance, address)));
    if (!config.excludedAddresses().isEmpty()) {
      lines.item("Virtual IP Excluded :");
      config.excludedAddresses().forEach(address -> lines.entry(AddressText.of(instance, address)));
    }
  }

  private void routing() {
    entries("Virtual Routes :", RoutingTexts.routes(config.upkeep().routing()));
    entries("Virtual Rules :", RoutingTexts.rules(config.upkeep().routing()));
  }

  private void entries(String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      lines.item(heading);
      texts.forEach(lines::entry);
    }
  }

  private void peers() {
    if (config.transport() instanceof Transport.Unicast unicast) {
      unicast.ttl().ifPresent(ttl -> lines.item("Unicast TTL", ttl));
      lines.item("Check unicast src : " + (unicast.checkSource() ? "yes" : "no"));
      lines.item("Unicast Peer :");
      unicast
          .peers()
          .forEach(peer ->
              lines.entry(
                  "%s min_ttl %d max_ttl %d"
                      .formatted(peer.address(), peer.minTtl(), peer.maxTtl())));
    }
    if (parameters.version() == Version.V3 && parameters.family() == Family.IPV4) {
      lines.item(
          "VRRPv3 uses VRRPv2 checksum", parameters.checksumRule() == ChecksumRule.MESSAGE_ONLY);
    }
  }

  private void tracked() {
    tracked("Tracked interfaces :", config.tracked().links());
    tracked("Tracked scripts :", config.tracked().scripts());
    tracked("Tracked files :", config.tracked().files());
    tracked("Tracked processes :", config.tracked().processes());
    tracked("Tracked BFDs :", config.tracked().sessions());
  }

  private void tracked(String heading, List<Tracked> tracked) {
    if (!tracked.isEmpty()) {
      lines.item(heading);
      tracked.forEach(each ->
          lines.entry(
              "%s weight %d%s"
                  .formatted(each.name(), each.weight(), each.reverse() ? " reverse" : "")));
    }
  }

  private void notifications(NotifyConfig notify) {
    lines.item("Using smtp notification", mails() ? "yes" : "no");
    lines.item("Notify deleted", notify.tellsDeletion() ? "Deleted" : "Fault");
    script("Backup", notify.backup());
    script("Master", notify.master());
    script("Fault", notify.fault());
    script("Stop", notify.stop());
    script("Deleted", notify.deleted());
    script("Generic", notify.any());
    script("Master rx lower pri", notify.masterRxLowerPriority());
  }

  private boolean mails() {
    return portrait.global().doors().mail().instances().contains(config.name());
  }

  private void script(String kind, Optional<Command> command) {
    command.ifPresent(
        present -> lines.item(kind + " state transition script", CommandText.of(present)));
  }
}
