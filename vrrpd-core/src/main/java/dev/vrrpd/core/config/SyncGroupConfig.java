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
    TrackedObjects tracked,
    boolean keepsWeights,
    NotifyConfig notifications) {
  public SyncGroupConfig {
    members = List.copyOf(members);
  }
}
