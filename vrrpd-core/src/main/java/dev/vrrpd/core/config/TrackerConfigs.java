package dev.vrrpd.core.config;

import java.util.List;

/** Everything beside scripts and links that somebody tracks, by the blocks that define it. */
public record TrackerConfigs(
    List<FileConfig> files, List<ProcessCountConfig> processes, List<BfdConfig> sessions) {
  public static final TrackerConfigs NONE = new TrackerConfigs(List.of(), List.of(), List.of());

  public TrackerConfigs {
    files = List.copyOf(files);
    processes = List.copyOf(processes);
    sessions = List.copyOf(sessions);
  }
}
