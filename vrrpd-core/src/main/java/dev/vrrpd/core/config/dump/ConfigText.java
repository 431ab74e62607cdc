package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InquiryConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import dev.vrrpd.core.wire.SigningKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration written in its own language with every default filled in: what {@code
 * --dump-conf} shows. Reads back as the same configuration. Passwords are shown only if asked for.
 */
public final class ConfigText {
  private final Blocks out = new Blocks();
  private final boolean secrets;

  private ConfigText(boolean secrets) {
    this.secrets = secrets;
  }

  /** {@code secrets}: with passwords, else with stars in their place. */
  public static String of(DaemonConfig config, boolean secrets) {
    return written(config, secrets).toString();
  }

  /**
   * The lines of each outermost block by its header, {@code vrrp_instance VI_1}; those of inner
   * blocks stand behind the keyword of theirs. What stands outside of blocks has an empty header.
   */
  public static Map<String, List<String>> lines(DaemonConfig config, boolean secrets) {
    return written(config, secrets).lines();
  }

  /** The header of the block that {@code instance} is written as. */
  public static String header(InstanceConfig instance) {
    return "vrrp_instance " + Blocks.quoted(instance.name());
  }

  private static Blocks written(DaemonConfig config, boolean secrets) {
    ConfigText text = new ConfigText(secrets);
    LinksText links = new LinksText(text.out, config.links());
    GlobalText global = new GlobalText(text.out, config.global(), links);
    global.open();
    links.blocks();
    config.scripts().forEach(text::script);
    new TrackerText(text.out).write(config.trackers());
    text.addresses("static_ipaddress", config.statics().addresses());
    RoutingText.write("static", config.statics().routing(), text.out);
    config.syncGroups().forEach(group -> text.group(group, config.global()));
    config.instances().forEach(instance -> text.instance(instance, config.global()));
    global.close();
    return text.out;
  }

  private void script(ScriptConfig script) {
    out.open(
        (script.probe().isPresent() ? "vrrp_check " : "vrrp_script ")
            + Blocks.quoted(script.name()));
    script
        .probe()
        .ifPresentOrElse(this::probe, () -> out.line("script", CommandText.of(script.command())));
    out.line("interval", Blocks.seconds(script.interval()));
    out.line("timeout", Blocks.seconds(script.timeout()));
    out.line("weight", script.weight() + (script.reverse() ? " reverse" : ""));
    out.line("rise", script.rise());
    out.line("fall", script.fall());
    out.flag("init_fail", script.initFail());
    script
        .recovery()
        .ifPresent(recovery -> {
          out.line("recover", CommandText.of(recovery.command()));
          out.line("recover_attempts", recovery.attempts());
        });
    out.close();
  }

  private void probe(Probe probe) {
    List<String> words = probe.words();
    out.line(
        words.getFirst(),
        String.join(" ", words.subList(1, words.size()).stream().map(Blocks::quoted).toList()));
    if (probe instanceof Probe.Http http) {
      http.host().ifPresent(host -> out.line("host", Blocks.quoted(host)));
      http.status().ifPresent(status -> out.line("expect_status", status));
      http.body().ifPresent(body -> out.line("expect_body", Blocks.quoted(body)));
      http.authority().ifPresent(file -> out.line("ca_file", Blocks.quoted(file)));
      out.flag("tls_insecure", http.trusting());
    }
  }

  private void group(SyncGroupConfig group, GlobalConfig global) {
    out.open("vrrp_sync_group " + Blocks.quoted(group.name()));
    out.open("group");
    group.members().forEach(member -> out.word(Blocks.quoted(member)));
    out.close();
    tracked(group.tracked());
    out.flag("sync_group_tracking_weight", group.keepsWeights());
    notifications(group.notifications());
    out.flag("smtp_alert", global.doors().mail().groups().contains(group.name()));
    out.close();
  }

  private void instance(InstanceConfig instance, GlobalConfig global) {
    VirtualRouterParameters parameters = instance.parameters();
    out.open(header(instance));
    if (!instance.link().equals(InterfaceName.NONE)) {
      out.line("interface", instance.link());
    }
    out.line("version", parameters.version().number());
    out.line("virtual_router_id", parameters.vrid());
    out.line("state", parameters.startsAsActive() ? "MASTER" : "BACKUP");
    out.line("priority", parameters.priority());
    out.line("advert_int", Blocks.seconds(parameters.advertisementInterval().toDuration()));
    election(parameters);
    authentication(parameters.authentication());
    transport(instance.transport());
    PlacementText.write(instance, out);
    announcements(instance.announcements());
    addresses("virtual_ipaddress", instance.addresses());
    addresses("virtual_ipaddress_excluded", instance.excludedAddresses());
    RoutingText.write("virtual", instance.upkeep().routing(), out);
    out.flag("no_virtual_ipaddress", instance.addresses().isEmpty());
    out.flag("promote_secondaries", instance.upkeep().promotesSecondaries());
    out.line("on_vip_loss", instance.upkeep().onLoss().word());
    out.flag("track_src_ip", instance.tracked().source());
    out.flag("dont_track_primary", !instance.trackPrimary());
    tracked(instance.tracked());
    notifications(instance.notifications());
    out.flag("notify_priority_changes", global.doors().tellsPriority().contains(instance.name()));
    out.flag("smtp_alert", global.doors().mail().instances().contains(instance.name()));
    out.close();
  }

  private void election(VirtualRouterParameters parameters) {
    out.flag("nopreempt", !parameters.preemptMode());
    if (!parameters.preemptDelay().isZero()) {
      out.line("preempt_delay", Blocks.seconds(parameters.preemptDelay()));
    }
    out.line("down_timer_adverts", parameters.downTimerAdverts());
    out.line("lower_prio_no_advert", !parameters.answersLowerPriority());
    out.line("higher_prio_send_advert", parameters.answersHigherPriority());
    out.line("skip_check_adv_addr", !parameters.checksAddressList());
    out.line("owner_ignore_adverts", !parameters.ownerListens());
    parameters.overtakenBy().ifPresent(priority -> out.line("timer_expired_backup", priority));
    out.flag(
        "old_unicast_checksum", parameters.checksumRule() == ChecksumRule.WITH_GROUP_PSEUDO_HEADER);
    out.line("v3_checksum_as_v2", parameters.checksumRule() == ChecksumRule.MESSAGE_ONLY);
    out.flag(parameters.acceptMode() ? "accept" : "no_accept", true);
  }

  private void authentication(Authentication authentication) {
    switch (authentication) {
      case Authentication.None _ -> {}
      case Authentication.SimplePassword(String password) -> password("PASS", password);
      case Authentication.Ah(String password) -> password("AH", password);
      case Authentication.Signed signed -> signed(signed);
    }
  }

  private void signed(Authentication.Signed signed) {
    out.open("auth_hmac");
    for (SigningKey key : signed.keys()) {
      out.line("key", key.id() + (secrets ? " hex:" + key.hex() : " ********"));
    }
    out.line("active_key", signed.activeKey());
    out.line("anti_replay", word(signed.antiReplay()));
    out.line("time_window", signed.window().toSeconds());
    out.line("mode", word(signed.mode()));
    out.close();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void password(String type, String password) {
    out.open("authentication");
    out.line("auth_type", type);
    out.line("auth_pass", secrets ? Blocks.quoted(password) : "********");
    out.close();
  }

  private void transport(Transport transport) {
    switch (transport) {
      case Transport.Multicast(IpAddress group, Optional<IpAddress> source) -> {
        source.ifPresent(address -> out.line("mcast_src_ip", address));
        out.line("mcast_dst_ip", group);
      }
      case Transport.Unicast unicast -> {
        unicast.source().ifPresent(address -> out.line("unicast_src_ip", address));
        unicast.ttl().ifPresent(ttl -> out.line("unicast_ttl", ttl));
        out.flag("check_unicast_src", unicast.checkSource());
        out.flag("unicast_fault_no_peer", unicast.peers().isEmpty() && unicast.names().isEmpty());
        out.open("unicast_peer");
        unicast.peers().forEach(peer -> out.word(partner(peer)));
        unicast.names().forEach(named -> out.word(named(named)));
        out.close();
      }
    }
  }

  private static String partner(Transport.Partner partner) {
    boolean limited = partner.minTtl() > 0 || partner.maxTtl() < 255;
    return limited
        ? "%s min_ttl %d max_ttl %d".formatted(partner.text(), partner.minTtl(), partner.maxTtl())
        : partner.text();
  }

  private static String named(Transport.NamedPeer named) {
    return partner(named) + " every " + Blocks.seconds(named.interval());
  }

  private void announcements(AnnouncementConfig announcements) {
    out.line("garp_master_delay", announcements.delay().toSeconds());
    out.line("garp_master_repeat", announcements.repeat());
    out.line("garp_master_refresh", announcements.refresh().toSeconds());
    out.line("garp_master_refresh_repeat", announcements.refreshRepeat());
    out.line("garp_lower_prio_delay", announcements.rivalDelay().toSeconds());
    out.line("garp_lower_prio_repeat", announcements.rivalRepeat());
    announcements
        .elsewhere()
        .ifPresent(wish ->
            out.line("garp_extra_if", (wish.all() ? "all " : "") + wish.period().toSeconds()));
    InquiryConfig inquiries = announcements.inquiries();
    out.line("rival_probe", inquiries.period().isZero() ? "off" : inquiries.period().toSeconds());
    out.line("takeover_probe", inquiries.takeover().word());
  }

  private void addresses(String keyword, List<VirtualAddress> addresses) {
    if (addresses.isEmpty()) {
      return;
    }
    out.open(keyword);
    addresses.forEach(address -> out.word(AddressText.of(address)));
    out.close();
  }

  private void tracked(TrackedObjects objects) {
    tracked("track_script", objects.scripts());
    tracked("track_interface", objects.links());
    tracked("track_file", objects.files());
    tracked("track_process", objects.processes());
    tracked("track_bfd", objects.sessions());
  }

  private void tracked(String keyword, List<Tracked> all) {
    if (all.isEmpty()) {
      return;
    }
    out.open(keyword);
    all.forEach(each ->
        out.word(
            "%s weight %d%s"
                .formatted(
                    Blocks.quoted(each.name()),
                    each.weight(),
                    each.reverse()
                        ? " reverse"
                        : keyword.equals("track_script") ? " noreverse" : "")));
    out.close();
  }

  private void notifications(NotifyConfig notifications) {
    notification("notify_master", notifications.master());
    notification("notify_backup", notifications.backup());
    notification("notify_fault", notifications.fault());
    notification("notify_stop", notifications.stop());
    notification("notify_deleted", notifications.deleted());
    out.flag("notify_deleted", notifications.tellsDeletion() && notifications.deleted().isEmpty());
    notification("notify_master_rx_lower_pri", notifications.masterRxLowerPriority());
    notification("notify", notifications.any());
    out.flag("notify_coalesce", notifications.coalesces());
  }

  private void notification(String keyword, Optional<Command> command) {
    command.ifPresent(known -> out.line(keyword, CommandText.of(known)));
  }
}
