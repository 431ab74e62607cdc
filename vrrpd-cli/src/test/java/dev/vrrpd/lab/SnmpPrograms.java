package dev.vrrpd.lab;

import java.util.ArrayList;
import java.util.List;

/** Debian's snmpd and snmptrapd on a node. */
public final class SnmpPrograms {
  private SnmpPrograms() {}

  /**
   * The agent, in place of one that was killed too; it listens when this returns.
   *
   * @param configuration in the words of snmpd.conf(5), its AgentX socket {@code /run/lab/agentx}
   */
  public static Program startAgent(Node node, String configuration, String... arguments) {
    node.exec("rm", "-f", "/run/lab/agentx");
    return start(node, "snmpd", node.write("snmpd.conf", configuration).toString(), arguments);
  }

  /** Prints each trap that comes to the place; it listens when this returns. */
  public static Program startTrapReceiver(Node node, String place) {
    String file = node.write("snmptrapd.conf", "disableAuthorization yes\n").toString();
    return start(node, "snmptrapd", file, "-On", "-Oe", place);
  }

  private static Program start(Node node, String program, String file, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("env", "MIBS=", "SNMP_PERSISTENT_DIR=/run/lab/snmp", program, "-f", "-Lo"));
    command.addAll(List.of("-C", "-c", file));
    command.addAll(List.of(arguments));
    Program started = node.start(program, command);
    started.awaitLine("NET-SNMP version");
    return started;
  }
}
