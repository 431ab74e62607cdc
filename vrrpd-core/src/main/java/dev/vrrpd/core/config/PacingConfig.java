package dev.vrrpd.core.config;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;

/**
 * How fast announcements may follow each other on a link, so that a switch or a provider's limit is
 * not overrun.
 *
 * @param each of every link that is in no group; {@code vrrp_garp_interval}, {@code
 *     vrrp_gna_interval}
 * @param groups {@code garp_group}; a link is in one of them at most
 */
public record PacingConfig(Pace each, List<Group> groups) {
  /** Nothing waits. */
  public static final PacingConfig NONE = new PacingConfig(Pace.NONE, List.of());

  public PacingConfig {
    groups = List.copyOf(groups);
  }

  /** Least time between two gratuitous ARPs and between two neighbour advertisements. */
  public record Pace(Duration arp, Duration advertisement) {
    public static final Pace NONE = new Pace(Duration.ZERO, Duration.ZERO);

    public Duration of(Family family) {
      return family == Family.IPV4 ? arp : advertisement;
    }
  }

  /** Links that share one pace. */
  public record Group(Pace pace, List<InterfaceName> links) {
    public Group {
      links = List.copyOf(links);
    }
  }

  /** The link with those it shares its pace with. */
  public Group around(InterfaceName link) {
    return groups.stream()
        .filter(group -> group.links().contains(link))
        .findFirst()
        .orElseGet(() -> new Group(each, List.of(link)));
  }
}
