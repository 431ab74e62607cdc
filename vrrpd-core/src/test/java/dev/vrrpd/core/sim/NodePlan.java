package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.PacingConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.StaticConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a node is to be configured with, still open to change; {@link #build} makes it a value. */
final class NodePlan {
  private final Options global = new Options();
  private final Map<String, Options> instances = new LinkedHashMap<>();
  private final Map<String, Options> scripts = new LinkedHashMap<>();
  private final Map<String, Options> groups = new LinkedHashMap<>();
  private final TrackerPlan trackers = new TrackerPlan();

  Options global() {
    return global;
  }

  Options instance(String name) {
    return instances.computeIfAbsent(name, _ -> new Options());
  }

  void remove(String name) {
    instances.remove(name);
    scripts.remove(name);
    groups.remove(name);
  }

  Options script(String name) {
    return scripts.computeIfAbsent(name, _ -> new Options());
  }

  TrackerPlan trackers() {
    return trackers;
  }

  Options group(String name) {
    return groups.computeIfAbsent(name, _ -> new Options());
  }

  DaemonConfig build() {
    return new DaemonConfig(
        new GlobalConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            global.seconds("vrrp_startup_delay", "0"),
            OptionalInt.empty(),
            false,
            global.flag("log_unknown_vrids"),
            true),
        scripts.entrySet().stream().map(e -> script(e.getKey(), e.getValue())).toList(),
        trackers.build(),
        StaticConfig.NONE,
        instances.entrySet().stream().map(e -> e.getValue().instance(e.getKey())).toList(),
        groups.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList(),
        links());
  }

  private LinksConfig links() {
    var each =
        new PacingConfig.Pace(
            global.seconds("vrrp_garp_interval", "0"), global.seconds("vrrp_gna_interval", "0"));
    return new LinksConfig(
        new PacingConfig(each, List.of()),
        global.list("interface_up_down_delays", "").stream().map(NodePlan::delay).toList(),
        Optional.empty(),
        Optional.empty());
  }

  /** {@code INTERFACE:DOWN:UP}, in milliseconds. */
  private static LinksConfig.Delay delay(String words) {
    String[] word = words.split(":", -1);
    return new LinksConfig.Delay(
        new InterfaceName(word[0]),
        Duration.ofMillis(Long.parseLong(word[1])),
        Duration.ofMillis(Long.parseLong(word[2])));
  }

  private static ScriptConfig script(String name, Options options) {
    return new ScriptConfig(
        name,
        new Command(
            List.of(options.text("command", "/bin/" + name)), Optional.empty(), Optional.empty()),
        options.seconds("interval", "1"),
        options.seconds("timeout", options.text("interval", "1")),
        0,
        false,
        options.number("rise", 1),
        options.number("fall", 1),
        options.flag("init_fail"));
  }

  private static SyncGroupConfig group(String name, Options options) {
    return new SyncGroupConfig(
        name,
        options.list("members", ""),
        options.objects(),
        options.flag("sync_group_tracking_weight"),
        NotifyConfig.NONE);
  }
}
