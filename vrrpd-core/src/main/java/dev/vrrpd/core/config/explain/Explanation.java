package dev.vrrpd.core.config.explain;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each instance of a configuration will do: who is Active, how long the addresses are away at
 * worst, with the formula, and what each tracker can do. The other routers are assumed to be
 * configured alike.
 */
public final class Explanation {
  private final Map<String, ScriptConfig> scripts;
  private final StringBuilder text = new StringBuilder();

  private Explanation(DaemonConfig config) {
    scripts =
        config.scripts().stream()
            .collect(Collectors.toMap(ScriptConfig::name, Function.identity()));
  }

  public static String of(DaemonConfig config) {
    Explanation explanation = new Explanation(config);
    config.instances().forEach(explanation::instance);
    config.syncGroups().forEach(explanation::group);
    return explanation.text.toString();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private void instance(InstanceConfig instance) {
    VirtualRouterParameters parameters = instance.parameters();
    line(
        "%s: virtual router %s on %s, VRRP version %d, %s"
            .formatted(
                instance.name(),
                parameters.vrid(),
                instance.link(),
                parameters.version().number(),
                parameters.family()));
    line("  addresses        %s".formatted(addresses(instance)));
    line(
        "  advertisements   every %s, %s"
            .formatted(
                seconds(parameters.advertisementInterval().toDuration()),
                destination(instance.transport())));
    line("  Active           %s".formatted(whoIsActive(instance)));
    outages(instance);
    trackers(instance);
    text.append('\n');
  }

  private void group(SyncGroupConfig group) {
    line(
        "%s: %s change state together; a fault of one is a fault of all"
            .formatted(group.name(), String.join(", ", group.members())));
    group
        .tracked()
        .scripts()
        .forEach(tracked -> {
          member(tracked, "the script succeeds", "the script fails");
          noticed(tracked);
        });
    group
        .tracked()
        .links()
        .forEach(tracked -> member(tracked, "the interface is up", "the interface is down"));
  }

  /** What a tracked object does to each member of its group. */
  private void member(Tracked tracked, String success, String failure) {
    String effect =
        tracked.weight() == 0
            ? "FAULT of all"
            : "%+d for each".formatted(tracked.reverse() ? -tracked.weight() : tracked.weight());
    boolean onSuccess = tracked.weight() == 0 ? tracked.reverse() : tracked.weight() > 0;
    line("  %-16s %s when %s".formatted(tracked.name(), effect, onSuccess ? success : failure));
  }

  private static String addresses(InstanceConfig instance) {
    String all =
        instance.addresses().stream().map(Object::toString).collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private static String destination(Transport transport) {
    return switch (transport) {
      case Transport.Multicast(var group, var _) -> "to the group " + group;
      case Transport.Unicast unicast ->
          Stream.concat(unicast.peers().stream(), unicast.names().stream())
              .map(Transport.Partner::text)
              .collect(Collectors.joining(", ", "to ", ""));
    };
  }

  private static String whoIsActive(InstanceConfig instance) {
    VirtualRouterParameters parameters = instance.parameters();
    if (parameters.owner()) {
      return parameters.startsAsActive()
          ? "this router, at once and always: it owns the addresses (priority 255)"
          : "this router, after %s of silence: it owns the addresses (priority 255)"
              .formatted(down(parameters, parameters.priority()));
    }
    int least = range(instance, false);
    int most = range(instance, true);
    String priority =
        least == most
            ? Integer.toString(most)
            : "%d (%d to %d with its trackers)"
                .formatted(parameters.priority().value(), least, most);
    return "the router with the highest priority, then with the highest address; here %s%s"
        .formatted(
            priority,
            parameters.preemptMode()
                ? parameters.preemptDelay().isZero()
                    ? "; it takes over from a lower one"
                    : "; it takes over from a lower one after " + seconds(parameters.preemptDelay())
                : "; it leaves a lower one that works alone (nopreempt)");
  }

  private static int range(InstanceConfig instance, boolean highest) {
    int sum = instance.parameters().priority().value();
    for (Tracked tracked : instance.tracked().conditions()) {
      int effect = tracked.reverse() ? -tracked.weight() : tracked.weight();
      sum += highest ? Math.max(effect, 0) : Math.min(effect, 0);
    }
    return Priority.clamped(sum).value();
  }

  /** Counted from the last advertisement of the router that goes. */
  private void outages(InstanceConfig instance) {
    VirtualRouterParameters parameters = instance.parameters();
    Duration skew =
        Timers.skewTime(
            parameters.version(), parameters.priority(), parameters.advertisementInterval());
    line(
        "  crash            at most %s = %d x %s + skew %s"
            .formatted(
                down(parameters, parameters.priority()),
                parameters.downTimerAdverts(),
                seconds(parameters.advertisementInterval().toDuration()),
                skewFormula(parameters, skew)));
    line(
        "  graceful stop    %s: the skew alone, after the farewell advertisement"
            .formatted(seconds(skew)));
    line("  link lost here   as a crash, seen from the others; here FAULT at once");
  }

  private static String down(VirtualRouterParameters parameters, Priority priority) {
    return seconds(
        Timers.activeDownInterval(parameters, priority, parameters.advertisementInterval()));
  }

  private static String skewFormula(VirtualRouterParameters parameters, Duration skew) {
    String unit =
        parameters.version() == Version.V2
            ? "1 s"
            : seconds(parameters.advertisementInterval().toDuration());
    return "%s = (256 - %s)/256 x %s".formatted(seconds(skew), parameters.priority(), unit);
  }

  private void trackers(InstanceConfig instance) {
    instance.tracked().scripts().forEach(tracked -> script(instance, tracked));
    TrackedObjects objects = instance.tracked();
    effects(instance, objects.links(), "the interface is up", "the interface is down");
    effects(instance, objects.processes(), "enough of it run", "too few or too many of it run");
    effects(instance, objects.sessions(), "the session is up", "the session is down");
    objects.files().forEach(tracked -> file(tracked));
  }

  private void effects(InstanceConfig instance, List<Tracked> all, String success, String failure) {
    all.forEach(tracked ->
        line("  %-16s %s".formatted(tracked.name(), effect(instance, tracked, success, failure))));
  }

  private void file(Tracked tracked) {
    int factor = tracked.reverse() ? -tracked.weight() : tracked.weight();
    line(
        "  %-16s %s"
            .formatted(
                tracked.name(),
                factor == 0
                    ? "FAULT when the number in the file is %s0"
                        .formatted(tracked.reverse() ? "" : "not ")
                    : "adds %d times the number in the file; FAULT at -254 and below"
                        .formatted(factor)));
  }

  private void script(InstanceConfig instance, Tracked tracked) {
    line(
        "  %-16s %s"
            .formatted(
                tracked.name(),
                effect(instance, tracked, "the script succeeds", "the script fails")));
    noticed(tracked);
  }

  private void noticed(Tracked tracked) {
    ScriptConfig script = scripts.get(tracked.name());
    line(
        "  %-16s noticed after at most %s = %d x %s + %s (fall x interval + timeout)"
            .formatted(
                "",
                seconds(script.interval().multipliedBy(script.fall()).plus(script.timeout())),
                script.fall(),
                seconds(script.interval()),
                seconds(script.timeout())));
  }

  /** A weight above 0 counts while all is well, one below 0 on failure; reverse turns its sign. */
  private static String effect(
      InstanceConfig instance, Tracked tracked, String success, String failure) {
    if (tracked.weight() == 0) {
      return "FAULT when " + (tracked.reverse() ? success : failure);
    }
    int base = instance.parameters().priority().value();
    int gain = tracked.reverse() ? -tracked.weight() : tracked.weight();
    return "priority %d becomes %s when %s"
        .formatted(
            base, Priority.clamped((long) base + gain), tracked.weight() > 0 ? success : failure);
  }

  private static String seconds(Duration duration) {
    BigDecimal value = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    return (value.signum() == 0 ? "0" : value.toPlainString()) + " s";
  }
}
