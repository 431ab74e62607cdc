package dev.vrrpd.core.config;

import java.util.List;

/**
 * A {@code vrrp_sync_group} block: instances that change state together.
 *
 * @param members instance names, at least one
 * @param keepsWeights {@code sync_group_tracking_weight}
 */
public record SyncGroupConfig(
    String name,
    List<String> members,
    List<Tracked> trackedScripts,
    List<Tracked> trackedLinks,
    boolean keepsWeights,
    NotifyConfig notifications) {
  public SyncGroupConfig {
    members = List.copyOf(members);
    trackedScripts = List.copyOf(trackedScripts);
    trackedLinks = List.copyOf(trackedLinks);
  }
}
