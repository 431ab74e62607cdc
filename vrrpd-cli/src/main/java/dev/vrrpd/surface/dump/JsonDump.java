package dev.vrrpd.surface.dump;

import static dev.vrrpd.surface.dump.Portrait.count;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot.ActiveRouter;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Rival;
import dev.vrrpd.core.router.RouterSnapshot.Script;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.ProcessTracker;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.surface.Json;
import dev.vrrpd.surface.KeepalivedNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code keepalived.json}: configuration, state and counters of every instance. Version 1 is an
 * array of instances, version 2 an object around it. Passwords are masked.
 */
public final class JsonDump {
  private static final String MASK = "****";

  private final Portrait portrait;
  private final Map<String, ScriptConfig> scripts;

  private JsonDump(Portrait portrait) {
    this.portrait = portrait;
    this.scripts =
        portrait.router().scripts().stream()
            .map(Script::config)
            .collect(Collectors.toMap(ScriptConfig::name, script -> script));
  }

  /**
   * The whole file.
   *
   * @param version of the layout; {@code json_version}
   */
  public static String of(Portrait portrait, int version) {
    String instances = new JsonDump(portrait).instances();
    String whole =
        version == 1
            ? instances
            : new Json()
                .raw("vrrp", instances)
                .raw("track_process", processes(portrait))
                .toString();
    return whole + "\n";
  }

  private static String processes(Portrait portrait) {
    return Json.array(
        portrait.router().trackers().processes().stream().map(JsonDump::process).toList());
  }

  private static String process(ProcessTracker tracker) {
    ProcessCountConfig config = tracker.config();
    return new Json()
        .put("name", config.name())
        .put("process", config.command().getFirst())
        .put("min_processes", config.quorum())
        .put("max_processes", config.quorumMax().orElse(Integer.MAX_VALUE))
        .put("current_processes", tracker.count())
        .put("have_quorum", tracker.condition() == Condition.UP)
        .put("weight", config.weight())
        .put("weight_reverse", config.reverse())
        .toString();
  }

  private String instances() {
    return Json.array(portrait.router().instances().stream().map(this::instance).toList());
  }

  private String instance(Instance i) {
    Json data = new Json();
    identity(data, i);
    announcements(data, i.config().announcements());
    election(data, i);
    scripts(data, i.config().notifications());
    lists(data, i);
    authentication(data, i.config().parameters().authentication());
    return new Json().raw("data", data.toString()).raw("stats", stats(i).toString()).toString();
  }

  private void identity(Json data, Instance i) {
    InstanceConfig config = i.config();
    data.put("iname", config.name())
        .number("dont_track_primary", !config.trackPrimary())
        .number("skip_check_adv_addr", !config.parameters().checksAddressList())
        .put("strict_mode", 0)
        .put("vmac_ifname", config.placement().home().map(home -> home.name().value()).orElse(""))
        .put("ifp_ifname", config.home().value())
        .put("master_priority", i.activeRouter().map(a -> a.priority().value()).orElse(0))
        .raw("last_transition", portrait.seconds(i.lastTransition()));
  }

  private static void announcements(Json data, AnnouncementConfig config) {
    data.put("garp_delay", config.delay().toSeconds())
        .put("garp_refresh", config.refresh().toSeconds())
        .put("garp_rep", config.repeat())
        .put("garp_refresh_rep", config.refreshRepeat())
        .put("garp_lower_prio_delay", config.rivalDelay().toSeconds())
        .put("garp_lower_prio_rep", config.rivalRepeat());
  }

  private void election(Json data, Instance i) {
    VirtualRouterParameters parameters = i.config().parameters();
    int state = KeepalivedNames.number(i.role());
    data.number("lower_prio_no_advert", !parameters.answersLowerPriority())
        .number("higher_prio_send_advert", parameters.answersHigherPriority())
        .put("vrid", parameters.vrid().value())
        .put("base_priority", parameters.priority().value())
        .put("effective_priority", i.effectivePriority().value())
        .put("vipset", i.addressesInstalled())
        .put("promote_secondaries", i.config().promotesSecondaries())
        .raw("adver_int", seconds(parameters.advertisementInterval()))
        .raw("master_adver_int", seconds(activeInterval(i)))
        .number("accept", parameters.acceptMode())
        .put("nopreempt", !parameters.preemptMode())
        .put("preempt_delay", parameters.preemptDelay().toSeconds())
        .put("state", state)
        .put("wantstate", KeepalivedNames.number(KeepalivedNames.wanted(i.role())))
        .put("version", parameters.version().number())
        .put("smtp_alert", mails(i))
        .put("notify_deleted", i.config().notifications().tellsDeletion());
  }

  private boolean mails(Instance i) {
    return portrait.global().doors().mail().instances().contains(i.config().name());
  }

  /** Learned from the Active router in version 3, else our own. RFC 9568 section 6.1. */
  private static Centiseconds activeInterval(Instance i) {
    Centiseconds own = i.config().parameters().advertisementInterval();
    return i.config().parameters().version() == Version.V3
        ? i.activeRouter().map(ActiveRouter::interval).orElse(own)
        : own;
  }

  /** {@code 1}, {@code 0.25}: a number, not rounded. */
  private static String seconds(Centiseconds interval) {
    String text = interval.toString();
    return text.substring(0, text.length() - 1);
  }

  private static void scripts(Json data, NotifyConfig notify) {
    script(data, "script_backup", notify.backup());
    script(data, "script_master", notify.master());
    script(data, "script_fault", notify.fault());
    script(data, "script_stop", notify.stop());
    script(data, "script_deleted", notify.deleted());
    script(data, "script", notify.any());
    script(data, "script_master_rx_lower_pri", notify.masterRxLowerPriority());
  }

  private static void script(Json data, String name, Optional<Command> command) {
    command.ifPresent(present -> data.put(name, CommandText.of(present)));
  }

  private void lists(Json data, Instance i) {
    data.putIfAny("vips", addresses(i, i.config().addresses()))
        .putIfAny("evips", addresses(i, i.config().excludedAddresses()))
        .putIfAny("rivals", i.rivals().stream().map(JsonDump::rival).toList())
        .putIfAny("vroutes", RoutingTexts.routes(i.config().upkeep().routing()))
        .putIfAny("vrules", RoutingTexts.rules(i.config().upkeep().routing()))
        .putIfAny("track_ifp", i.config().tracked().links().stream().map(Tracked::name).toList())
        .putIfAny(
            "track_script", i.config().tracked().scripts().stream().map(this::command).toList())
        .putIfAny(
            "track_process", i.config().tracked().processes().stream().map(Tracked::name).toList());
  }

  private static String rival(Rival rival) {
    return "%s dev %s is answered by %s".formatted(rival.address(), rival.link(), rival.mac());
  }

  private String command(Tracked tracked) {
    ScriptConfig script = scripts.get(tracked.name());
    return script == null ? tracked.name() : CommandText.of(script.command());
  }

  private static List<String> addresses(Instance i, List<VirtualAddress> addresses) {
    return addresses.stream().map(address -> AddressText.of(i, address)).toList();
  }

  private static void authentication(Json data, Authentication authentication) {
    switch (authentication) {
      case Authentication.None _, Authentication.Signed _ -> data.put("auth_type", 0);
      case Authentication.SimplePassword _, Authentication.Ah _ ->
          data.put("auth_type", authentication.type()).put("auth_data", MASK);
    }
  }

  private static Json stats(Instance i) {
    return new Json()
        .put("advert_rcvd", count(i, Counter.ADVERTISEMENTS_RECEIVED))
        .put("advert_sent", count(i, Counter.ADVERTISEMENTS_SENT))
        .put("become_master", count(i, Counter.BECAME_ACTIVE))
        .put("release_master", count(i, Counter.RELEASED_ACTIVE))
        .put("packet_len_err", count(i, Counter.LENGTH_ERRORS))
        .put("advert_interval_err", count(i, Counter.INTERVAL_ERRORS))
        .put("ip_ttl_err", count(i, Counter.TTL_ERRORS))
        .put("invalid_type_rcvd", count(i, Counter.INVALID_TYPE))
        .put("addr_list_err", count(i, Counter.ADDRESS_LIST_ERRORS))
        .put("invalid_authtype", count(i, Counter.INVALID_AUTHENTICATION_TYPE))
        .put("authtype_mismatch", count(i, Counter.AUTHENTICATION_TYPE_MISMATCH))
        .put("auth_failure", count(i, Counter.AUTHENTICATION_FAILURE))
        .put("auth_ext_missing", count(i, Counter.TRAILER_MISSING))
        .put("auth_ext_malformed", count(i, Counter.TRAILER_MALFORMED))
        .put("auth_ext_unknown_key", count(i, Counter.TRAILER_KEY_UNKNOWN))
        .put("auth_ext_invalid_hmac", count(i, Counter.TRAILER_DIGEST_WRONG))
        .put("auth_ext_stale", count(i, Counter.TRAILER_STALE))
        .put("auth_ext_replay", count(i, Counter.TRAILER_REPLAYED))
        .put("pri_zero_rcvd", count(i, Counter.RESIGNATIONS_RECEIVED))
        .put("pri_zero_sent", count(i, Counter.RESIGNATIONS_SENT));
  }
}
