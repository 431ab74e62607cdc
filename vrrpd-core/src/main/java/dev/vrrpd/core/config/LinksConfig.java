package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of links, whichever instances are on them.
 *
 * @param delays {@code interface_up_down_delays}
 * @param prefix of the names of virtual links, {@code vmac_prefix}
 * @param addressPrefix of those that single addresses have, {@code vmac_addr_prefix}
 */
public record LinksConfig(
    PacingConfig pacing,
    List<Delay> delays,
    Optional<String> prefix,
    Optional<String> addressPrefix) {
  public static final LinksConfig NONE =
      new LinksConfig(PacingConfig.NONE, List.of(), Optional.empty(), Optional.empty());

  public LinksConfig {
    delays = List.copyOf(delays);
  }

  /** How long a link has to be down, or up, before that counts. */
  public record Delay(InterfaceName link, Duration down, Duration up) {}
}
