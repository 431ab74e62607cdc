package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a configuration file asks for, complete and consistent: names resolve, ranges hold, defaults
 * are filled in. A reload is the difference of two of these.
 */
public record DaemonConfig(
    GlobalConfig global,
    List<ScriptConfig> scripts,
    TrackerConfigs trackers,
    StaticConfig statics,
    List<InstanceConfig> instances,
    List<SyncGroupConfig> syncGroups,
    LinksConfig links) {
  public DaemonConfig {
    scripts = List.copyOf(scripts);
    instances = List.copyOf(instances);
    syncGroups = List.copyOf(syncGroups);
  }

  /** The same with other instances. */
  DaemonConfig with(List<InstanceConfig> others) {
    return new DaemonConfig(global, scripts, trackers, statics, others, syncGroups, links);
  }

  /** Those whose addresses are the daemon's business. */
  public Set<InterfaceName> linksWithAddresses() {
    Set<InterfaceName> all = new LinkedHashSet<>();
    instances.forEach(instance -> all.addAll(instance.links()));
    statics.addresses().forEach(address -> address.device().ifPresent(all::add));
    statics.routing().forEach(entry -> all.addAll(entry.devices()));
    return all;
  }

  /** With links that nothing is said of, and without static things. */
  public DaemonConfig(
      GlobalConfig global,
      List<ScriptConfig> scripts,
      TrackerConfigs trackers,
      List<InstanceConfig> instances,
      List<SyncGroupConfig> syncGroups) {
    this(global, scripts, trackers, StaticConfig.NONE, instances, syncGroups, LinksConfig.NONE);
  }

  /** Without trackers other than scripts and links. */
  public DaemonConfig(
      GlobalConfig global,
      List<ScriptConfig> scripts,
      List<InstanceConfig> instances,
      List<SyncGroupConfig> syncGroups) {
    this(global, scripts, TrackerConfigs.NONE, instances, syncGroups);
  }
}
