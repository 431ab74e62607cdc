package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * A {@code track_file} block.
 *
 * @param path absolute
 * @param weight -254 to 254, where a user names none; 0: any other number than 0 is a fault
 * @param initial what to write at the start; {@code init_file}
 */
public record FileConfig(
    String name, String path, int weight, boolean reverse, Optional<Initial> initial) {

  /** The name of {@code maintenance_file}. */
  public static final String MAINTENANCE = "maintenance_file";

  /** {@code overwrite}: also if the file is there already. */
  public record Initial(int value, boolean overwrite) {}
}
