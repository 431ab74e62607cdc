package dev.vrrpd.core.config;

import java.util.Optional;
import java.util.Set;

/**
 * Other daemons that may look in and are told: the message bus and the SNMP agent.
 *
 * @param busName {@code enable_dbus}: the {@code dbus_service_name} to be found by; empty: off
 * @param noInterface {@code dbus_no_interface_name}: in the path of an instance without interface
 * @param socket {@code snmp_socket}: where the AgentX master listens
 * @param mibs {@code enable_snmp_vrrp}, {@code enable_snmp_rfc} and its parts; none: off
 * @param traps {@code enable_traps}
 */
public record AgentsConfig(
    Optional<String> busName, String noInterface, String socket, Set<Mib> mibs, boolean traps) {
  public static final String BUS_NAME = "org.keepalived.Vrrp1";
  public static final String NO_INTERFACE = "none";
  public static final String SOCKET = "unix:/var/agentx/master";

  /** Nobody. */
  public static final AgentsConfig NONE =
      new AgentsConfig(Optional.empty(), NO_INTERFACE, SOCKET, Set.of(), false);

  /** What can be read by SNMP. */
  public enum Mib {
    /** KEEPALIVED-MIB, its VRRP part. */
    KEEPALIVED,
    /** VRRP-MIB: the virtual routers of version 2. */
    RFC_2787,
    /** VRRPV3-MIB. */
    RFC_6527
  }

  public AgentsConfig {
    mibs = Set.copyOf(mibs);
  }
}
