package dev.vrrpd.status;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot.ActiveRouter;
import dev.vrrpd.core.router.RouterSnapshot.Discard;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Sender;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.surface.Json;
import dev.vrrpd.surface.KeepalivedNames;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One instance as JSON; docs/status.md is its description. */
final class InstanceDocument {
  private final Picture picture;
  private final Instance instance;
  private final InstanceConfig config;
  private final VirtualRouterParameters parameters;

  private InstanceDocument(Picture picture, Instance instance) {
    this.picture = picture;
    this.instance = instance;
    this.config = instance.config();
    this.parameters = config.parameters();
  }

  static String of(Picture picture, Instance instance) {
    return new InstanceDocument(picture, instance).text();
  }

  private String text() {
    Json json = new Json();
    identity(json);
    priorities(json);
    master(json);
    addresses(json);
    json.putIfAny("faults", Problems.of(instance, picture.taken()));
    timers(json);
    json.raw("tracks", tracks())
        .raw(
            "heard",
            Json.array(instance.heard().senders().reversed().stream().map(this::sender).toList()))
        .raw(
            "discarded",
            Json.array(instance.heard().discards().stream().map(this::discard).toList()))
        .raw("counters", counters());
    return json.toString();
  }

  private void identity(Json json) {
    json.put("name", config.name())
        .put("state", KeepalivedNames.of(instance.role()))
        .put("well", isWell(instance, picture.taken()))
        .put("interface", config.port().value())
        .put("vrid", parameters.vrid().value())
        .put("family", parameters.family().name().toLowerCase(Locale.ROOT))
        .put("version", parameters.version().number())
        .put(
            "since",
            picture.wallClock(instance.lastTransition()).truncatedTo(ChronoUnit.MILLIS).toString())
        .raw("seconds_in_state", seconds(instance.lastTransition().until(picture.taken())));
    picture.router().groups().stream()
        .filter(group -> group.members().contains(config.name()))
        .forEach(group -> json.put("sync_group", group.name()));
  }

  static boolean isWell(Instance instance, Moment taken) {
    return (instance.role() == Role.ACTIVE || instance.role() == Role.BACKUP)
        && Problems.of(instance, taken).isEmpty();
  }

  private void priorities(Json json) {
    json.put("effective_priority", instance.effectivePriority().value())
        .put("base_priority", parameters.priority().value())
        .put("arithmetic", instance.arithmetic());
  }

  /** Who is Active, as far as this router can know. */
  private void master(Json json) {
    instance.primaryAddress().ifPresent(own -> json.put("address", own.toString()));
    if (instance.role() != Role.ACTIVE) {
      Problems.lastSender(instance).ifPresent(sender -> json.raw("master", sender(sender)));
    }
  }

  private String sender(Sender sender) {
    return new Json()
        .put("address", sender.address().toString())
        .put("priority", sender.priority().value())
        .raw("seconds_ago", ago(sender.at()))
        .toString();
  }

  private void addresses(Json json) {
    json.raw("vips", addresses(config.addresses()))
        .raw("evips", addresses(config.excludedAddresses()))
        .put("vipset", instance.addressesInstalled());
  }

  private String addresses(List<VirtualAddress> addresses) {
    return Json.array(addresses.stream().map(this::address).toList());
  }

  private String address(VirtualAddress address) {
    VirtualAddress placed = config.placement().placed(config.link(), address);
    return new Json()
        .put("address", address.addressText())
        .put("interface", placed.device().orElse(config.home()).value())
        .put("set", isSet(placed))
        .toString();
  }

  /** Where the kernel refused some, it has confirmed the others. */
  private boolean isSet(VirtualAddress placed) {
    List<VirtualAddress> refused = instance.refusedAddresses();
    return instance.role() == Role.ACTIVE
        && (instance.addressesInstalled() || !refused.isEmpty())
        && !refused.contains(placed);
  }

  private void timers(Json json) {
    Centiseconds own = parameters.advertisementInterval();
    Centiseconds active =
        parameters.version() == Version.V3
            ? instance.activeRouter().map(ActiveRouter::interval).orElse(own)
            : own;
    json.raw("advert_int", seconds(own.toDuration()))
        .raw("master_adver_int", seconds(active.toDuration()))
        .raw(
            "master_down_interval",
            seconds(Timers.activeDownInterval(parameters, instance.effectivePriority(), active)))
        .put("preempt", parameters.preemptMode())
        .raw("preempt_delay", seconds(parameters.preemptDelay()))
        .put("accept", parameters.acceptMode());
    if (!instance.deadline().equals(Moment.NEVER)) {
      json.raw("seconds_to_next_timer", seconds(picture.taken().until(instance.deadline())));
    }
  }

  private String tracks() {
    List<TrackerState> states = TrackerState.all(picture.router());
    return Json.array(
        TrackerState.uses(instance, picture.router()).stream()
            .map(use -> track(use, states))
            .toList());
  }

  private String track(TrackerState.Use use, List<TrackerState> states) {
    long amount =
        instance.contributions().stream()
            .filter(term -> term.tracker().equals(use.tracked().name()))
            .mapToLong(term -> term.amount())
            .sum();
    Json json =
        new Json()
            .put("kind", use.kind())
            .put("name", use.tracked().name())
            .put("weight", use.tracked().weight())
            .put("reverse", use.tracked().reverse())
            .put("adds", amount);
    states.stream()
        .filter(state -> state.isOf(use))
        .findFirst()
        .ifPresent(state -> json.put("state", state.state()).put("detail", state.detail()));
    return json.toString();
  }

  private String discard(Discard discard) {
    return new Json()
        .put("reason", discard.reason().phrase())
        .put("section", discard.reason().section())
        .put("count", discard.count())
        .put("source", discard.source().toString())
        .put("detail", discard.detail())
        .raw("seconds_ago", ago(discard.at()))
        .toString();
  }

  private String counters() {
    Json json = new Json();
    instance
        .counters()
        .forEach((counter, value) -> json.put(counter.name().toLowerCase(Locale.ROOT), value));
    return json.toString();
  }

  private String ago(Moment moment) {
    return seconds(moment.until(picture.taken()));
  }

  static String seconds(Duration duration) {
    return "%d.%03d".formatted(duration.toSeconds(), duration.toMillisPart());
  }

  /** To the microsecond. */
  static String fine(Duration duration) {
    return "%d.%06d".formatted(duration.toSeconds(), duration.toNanosPart() / 1000);
  }
}
