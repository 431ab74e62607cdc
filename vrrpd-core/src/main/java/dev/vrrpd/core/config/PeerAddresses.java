package dev.vrrpd.core.config;

import dev.vrrpd.core.value.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names of unicast peers stand for at this moment. A value: whoever looks names up tells
 * the answers, and whoever follows them keeps the last of these.
 *
 * @param known the addresses of each name that was looked up; none if it has none
 */
public record PeerAddresses(Map<String, List<IpAddress>> known) {
  /** Nothing has been looked up. */
  public static final PeerAddresses NONE = new PeerAddresses(Map.of());

  public PeerAddresses {
    known = Map.copyOf(known);
  }

  /** Another answer. */
  public PeerAddresses with(String name, List<IpAddress> addresses) {
    Map<String, List<IpAddress>> all = new HashMap<>(known);
    all.put(name, List.copyOf(addresses));
    return new PeerAddresses(all);
  }

  /** The configuration with addresses in the place of names. */
  public DaemonConfig applied(DaemonConfig config) {
    return config.instances().stream().anyMatch(PeerAddresses::names)
        ? config.with(config.instances().stream().map(this::applied).toList())
        : config;
  }

  private static boolean names(InstanceConfig instance) {
    return instance.transport() instanceof Transport.Unicast unicast && !unicast.names().isEmpty();
  }

  private InstanceConfig applied(InstanceConfig instance) {
    return instance.transport() instanceof Transport.Unicast unicast
        ? instance.with(unicast.resolved(known, instance.parameters().family()))
        : instance;
  }
}
