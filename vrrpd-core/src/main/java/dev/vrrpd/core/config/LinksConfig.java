package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;

/**
 * What a file says of links, whichever instances are on them.
 *
 * @param delays {@code interface_up_down_delays}
 */
public record LinksConfig(PacingConfig pacing, List<Delay> delays) {
  public static final LinksConfig NONE = new LinksConfig(PacingConfig.NONE, List.of());

  public LinksConfig {
    delays = List.copyOf(delays);
  }

  /** How long a link has to be down, or up, before that counts. */
  public record Delay(InterfaceName link, Duration down, Duration up) {}
}
