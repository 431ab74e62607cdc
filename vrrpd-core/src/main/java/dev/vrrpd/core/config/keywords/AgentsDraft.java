package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.AgentsConfig.Mib;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** D-Bus and SNMP while they are read. */
final class AgentsDraft {
  boolean onBus;
  String busName = AgentsConfig.BUS_NAME;
  String noInterface = AgentsConfig.NO_INTERFACE;
  String socket = AgentsConfig.SOCKET;
  final Set<Mib> mibs = EnumSet.noneOf(Mib.class);
  boolean traps;

  AgentsConfig complete() {
    return new AgentsConfig(
        onBus ? Optional.of(busName) : Optional.empty(), noInterface, socket, mibs, traps);
  }
}
