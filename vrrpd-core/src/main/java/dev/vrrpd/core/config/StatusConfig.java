package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * Where {@code vrrpd status} asks: {@code status_socket}.
 *
 * @param path empty: the usual place
 * @param mode permissions of the socket
 */
public record StatusConfig(boolean served, Optional<String> path, int mode) {
  /** Root's alone. */
  public static final int MODE = 0600;

  public static final StatusConfig STANDARD = new StatusConfig(true, Optional.empty(), MODE);

  public static final StatusConfig NONE = new StatusConfig(false, Optional.empty(), MODE);

  /** As a configuration says it. */
  @Override
  public String toString() {
    return path.map(at -> at + (mode == MODE ? "" : " 0%o".formatted(mode))).orElse("none");
  }
}
