package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ProcessCountConfig;
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
          new Aspect<>("set_supplementary_groups", GlobalConfig::supplementaryGroups),
          new Aspect<>("vrrp_startup_delay", GlobalConfig::startupDelay),
          new Aspect<>("vrrp_rt_priority", GlobalConfig::realtimePriority),
          new Aspect<>("nftables and its kin", GlobalConfig::filter),
          new Aspect<>("vrrp_no_swap", GlobalConfig::noSwap),
          new Aspect<>("log_unknown_vrids", GlobalConfig::logUnknownVrids),
          new Aspect<>("dynamic_interfaces", GlobalConfig::dynamicInterfaces));

  static final List<Aspect<ScriptConfig>> SCRIPT =
      List.of(
          new Aspect<>("script", script -> String.join(" ", script.command().words())),
          new Aspect<>("vrrp_check", script -> script.probe()),
          new Aspect<>("user", script -> script.command().user().orElse("")),
          new Aspect<>("group", script -> script.command().group().orElse("")),
          new Aspect<>("interval", ScriptConfig::interval),
          new Aspect<>("timeout", ScriptConfig::timeout),
          new Aspect<>("weight", ScriptConfig::weight),
          new Aspect<>("reverse", ScriptConfig::reverse),
          new Aspect<>("rise", ScriptConfig::rise),
          new Aspect<>("fall", ScriptConfig::fall),
          new Aspect<>("init_fail", ScriptConfig::initFail));

  static final List<Aspect<FileConfig>> FILE =
      List.of(
          new Aspect<>("file", FileConfig::path),
          new Aspect<>("weight", file -> List.of(file.weight(), file.reverse())),
          new Aspect<>("init_file", FileConfig::initial));

  static final List<Aspect<ProcessCountConfig>> PROCESS =
      List.of(
          new Aspect<>("process", process -> String.join(" ", process.command())),
          new Aspect<>("param_match, full_command", ProcessCountConfig::match),
          new Aspect<>("weight", process -> List.of(process.weight(), process.reverse())),
          new Aspect<>("quorum", ProcessCountConfig::quorum),
          new Aspect<>("quorum_max", ProcessCountConfig::quorumMax),
          new Aspect<>("fork_delay", ProcessCountConfig::forkDelay),
          new Aspect<>("terminate_delay", ProcessCountConfig::terminateDelay));

  static final List<Aspect<BfdConfig>> SESSION =
      List.of(
          new Aspect<>("neighbor_ip", BfdConfig::neighbor),
          new Aspect<>("source_ip", BfdConfig::source),
          new Aspect<>("min_rx", BfdConfig::minRx),
          new Aspect<>("min_tx", BfdConfig::minTx),
          new Aspect<>("idle_tx", BfdConfig::idleTx),
          new Aspect<>("multiplier", BfdConfig::multiplier),
          new Aspect<>("passive", BfdConfig::passive),
          new Aspect<>("ttl", BfdConfig::ttl),
          new Aspect<>("max_hops", BfdConfig::maxHops),
          new Aspect<>("multihop", BfdConfig::multihop),
          new Aspect<>("weight", session -> List.of(session.weight(), session.reverse())));

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
          new Aspect<>("track_script", block -> block.tracked().scripts()),
          new Aspect<>("track_interface", block -> block.tracked().links()),
          new Aspect<>("track_file", block -> block.tracked().files()),
          new Aspect<>("track_process", block -> block.tracked().processes()),
          new Aspect<>("track_bfd", block -> block.tracked().sessions()),
          new Aspect<>("track_src_ip", block -> block.tracked().source()),
          new Aspect<>("use_vmac and its kin", InstanceConfig::placement),
          new Aspect<>("dont_track_primary", instance -> !instance.trackPrimary()),
          new Aspect<>("notify", InstanceConfig::notifications));

  static final List<Aspect<SyncGroupConfig>> GROUP =
      List.of(
          new Aspect<>("group", SyncGroupConfig::members),
          new Aspect<>("track_script", shared -> shared.tracked().scripts()),
          new Aspect<>("track_interface", shared -> shared.tracked().links()),
          new Aspect<>("track_file", shared -> shared.tracked().files()),
          new Aspect<>("track_process", shared -> shared.tracked().processes()),
          new Aspect<>("track_bfd", shared -> shared.tracked().sessions()),
          new Aspect<>("sync_group_tracking_weight", SyncGroupConfig::keepsWeights),
          new Aspect<>("notify", SyncGroupConfig::notifications));

  private Aspects() {}

  /** A keyword and the value it stands for. */
  record Aspect<T>(String keyword, Function<T, Object> value) {}

  /** Another interface, VRID or family is another virtual router. */
  static boolean restarts(InstanceConfig a, InstanceConfig b) {
    return !a.link().equals(b.link())
        || !a.placement().equals(b.placement())
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
