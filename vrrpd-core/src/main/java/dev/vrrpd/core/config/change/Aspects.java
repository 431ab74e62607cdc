package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.change.ConfigChange.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keywords by which two blocks of one name can differ. */
final class Aspects {
  static final List<Aspect<GlobalConfig>> GLOBAL =
      List.of(
          new Aspect<>("router_id", GlobalConfig::routerId),
          new Aspect<>("script_user", global -> List.of(global.scriptUser(), global.scriptGroup())),
          new Aspect<>("enable_script_security", GlobalConfig::scriptSecurity),
          new Aspect<>("vrrp_startup_delay", GlobalConfig::startupDelay),
          new Aspect<>("vrrp_rt_priority", GlobalConfig::realtimePriority),
          new Aspect<>("vrrp_no_swap", GlobalConfig::noSwap),
          new Aspect<>("log_unknown_vrids", GlobalConfig::logUnknownVrids),
          new Aspect<>("dynamic_interfaces", GlobalConfig::dynamicInterfaces));

  static final List<Aspect<ScriptConfig>> SCRIPT =
      List.of(
          new Aspect<>("script", script -> String.join(" ", script.command().words())),
          new Aspect<>("user", script -> script.command().user().orElse("")),
          new Aspect<>("group", script -> script.command().group().orElse("")),
          new Aspect<>("interval", ScriptConfig::interval),
          new Aspect<>("timeout", ScriptConfig::timeout),
          new Aspect<>("weight", ScriptConfig::weight),
          new Aspect<>("reverse", ScriptConfig::reverse),
          new Aspect<>("rise", ScriptConfig::rise),
          new Aspect<>("fall", ScriptConfig::fall),
          new Aspect<>("init_fail", ScriptConfig::initFail));

  static final List<Aspect<InstanceConfig>> INSTANCE =
      List.of(
          new Aspect<>("interface", InstanceConfig::link),
          new Aspect<>("virtual_router_id", instance -> instance.parameters().vrid()),
          new Aspect<>("version", instance -> instance.parameters().version()),
          new Aspect<>("family", instance -> instance.parameters().family()),
          new Aspect<>("state", instance -> instance.parameters().startsAsActive()),
          new Aspect<>("priority", instance -> instance.parameters().priority()),
          new Aspect<>("advert_int", instance -> instance.parameters().advertisementInterval()),
          new Aspect<>("virtual_ipaddress", InstanceConfig::addresses),
          new Aspect<>("virtual_ipaddress_excluded", InstanceConfig::excludedAddresses),
          new Aspect<>("preempt", instance -> instance.parameters().preemptMode()),
          new Aspect<>("preempt_delay", instance -> instance.parameters().preemptDelay()),
          new Aspect<>("accept", instance -> instance.parameters().acceptMode()),
          new Aspect<>("down_timer_adverts", instance -> instance.parameters().downTimerAdverts()),
          new Aspect<>(
              "lower_prio_no_advert", instance -> !instance.parameters().answersLowerPriority()),
          new Aspect<>(
              "higher_prio_send_advert", instance -> instance.parameters().answersHigherPriority()),
          new Aspect<>(
              "skip_check_adv_addr", instance -> !instance.parameters().checksAddressList()),
          new Aspect<>("owner_ignore_adverts", instance -> !instance.parameters().ownerListens()),
          new Aspect<>("timer_expired_backup", instance -> instance.parameters().overtakenBy()),
          new Aspect<>("authentication", instance -> instance.parameters().authentication()),
          new Aspect<>("v3_checksum_as_v2", instance -> instance.parameters().checksumRule()),
          new Aspect<>("unicast_peer, mcast_dst_ip", InstanceConfig::transport),
          new Aspect<>("garp_master_delay and its kin", InstanceConfig::announcements),
          new Aspect<>("track_script", InstanceConfig::trackedScripts),
          new Aspect<>("track_interface", InstanceConfig::trackedLinks),
          new Aspect<>("dont_track_primary", instance -> !instance.trackPrimary()),
          new Aspect<>("notify", InstanceConfig::notifications));

  static final List<Aspect<SyncGroupConfig>> GROUP =
      List.of(
          new Aspect<>("group", SyncGroupConfig::members),
          new Aspect<>("track_script", SyncGroupConfig::trackedScripts),
          new Aspect<>("track_interface", SyncGroupConfig::trackedLinks),
          new Aspect<>("sync_group_tracking_weight", SyncGroupConfig::keepsWeights),
          new Aspect<>("notify", SyncGroupConfig::notifications));

  private Aspects() {}

  /** A keyword and the value it stands for. */
  record Aspect<T>(String keyword, Function<T, Object> value) {}

  /** Another interface, VRID or family is another virtual router. */
  static boolean restarts(InstanceConfig a, InstanceConfig b) {
    return !a.link().equals(b.link())
        || !a.parameters().vrid().equals(b.parameters().vrid())
        || a.parameters().family() != b.parameters().family();
  }

  /** Empty if the blocks are equal. */
  static <T> Optional<List<Difference>> differences(List<Aspect<T>> aspects, T a, T b) {
    List<Difference> found = new ArrayList<>();
    for (Aspect<T> aspect : aspects) {
      Object before = aspect.value().apply(a);
      Object after = aspect.value().apply(b);
      if (!before.equals(after)) {
        found.add(new Difference(aspect.keyword(), said(before), said(after)));
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static String said(Object value) {
    return switch (value) {
      case Duration duration -> duration.toNanos() / 1e9 + " s";
      case Boolean yes -> yes ? "on" : "off";
      default -> value.toString();
    };
  }
}
