package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * What surrounds a reload.
 *
 * @param marker {@code reload_file}: there while a configuration is read; an empty name means a
 *     file beside the pid files
 * @param timeFile {@code reload_time_file}, absolute
 * @param daily {@code reload_repeat}
 * @param saveDirectory {@code config_save_dir}: configurations and states are kept there
 * @param writesStates {@code fifo_write_vrrp_states_on_reload}
 */
public record ReloadConfig(
    Optional<String> marker,
    Optional<String> timeFile,
    boolean daily,
    Optional<String> saveDirectory,
    boolean writesStates) {
  public static final ReloadConfig STANDARD =
      new ReloadConfig(Optional.empty(), Optional.empty(), false, Optional.empty(), false);
}
