package dev.vrrpd.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.SnmpPrograms;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Debian's snmpd as AgentX master, asked by net-snmp's programs, for both daemons in turn. */
@InLab(programs = {"snmpd", "snmpwalk", "snmpset", "snmptrapd"})
class SnmpIT {
  private static final String KEEPALIVED = ".1.3.6.1.4.1.9586.100.5.";
  private static final String RFC_2787 = ".1.3.6.1.2.1.68.";
  private static final String RFC_6527 = ".1.3.6.1.2.1.207.";
  private static final Pattern VARIABLE = Pattern.compile("(?m)^(\\S+) = (.*)$");

  /** Mail and load balancer; then what keepalived 2.2.7 shows other than the MIB wants it. */
  private static final Pattern OTHERS =
      Pattern.compile(
          Pattern.quote(KEEPALIVED)
              + "(1\\.(1|3|6|7|11)\\..*|2\\.3\\.1\\.(11|27)\\..*|2\\.6\\.1\\.11\\..*)|"
              + Pattern.quote(RFC_2787)
              + "1\\.3\\.1\\.(7|13)\\..*|"
              + Pattern.quote(RFC_6527)
              + "1\\.1\\.1\\.1\\.12\\..*");

  private static final String SNMPD =
      """
      rocommunity public
      rwcommunity private
      master agentx
      agentXSocket unix:/run/lab/agentx
      agentAddress udp:127.0.0.1:1161
      trap2sink 127.0.0.1:1162 public
      """;

  private static final String CONFIG =
      """
      global_defs {
        router_id lab
        script_user root
        enable_snmp_vrrp
        enable_snmp_rfc
        enable_traps
        snmp_socket unix:/run/lab/agentx
      }
      vrrp_script chk {
        script "/usr/bin/true"
        interval 1
        weight 5
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 1
        version 3
        track_script {
          chk
        }
        virtual_ipaddress {
          10.0.0.100/24
          10.0.0.101/24 dev eth0 label eth0:1
        }
      }
      vrrp_instance VI_6 {
        interface eth0
        virtual_router_id 52
        priority 90
        advert_int 0.5
        version 3
        virtual_ipaddress {
          fe80::77
          2001:db8::9/64
        }
      }
      vrrp_instance VI_2 {
        interface eth0
        virtual_router_id 53
        version 2
        priority 80
        advert_int 1
        authentication {
          auth_type PASS
          auth_pass secret
        }
        virtual_ipaddress {
          10.0.0.102/24
        }
      }
      vrrp_sync_group G1 {
        group {
          VI_2
        }
      }
      """;

  private static final String IN_OLD_WORDS =
      CONFIG
          .replace("enable_snmp_vrrp", "enable_snmp_keepalived")
          .replace("enable_snmp_rfc\n", "enable_snmp_rfcv2\n  enable_snmp_rfcv3\n");

  private Node node;

  /** What one daemon showed and sent. */
  private record Seen(Map<String, String> variables, Set<String> traps) {}

  @Test
  void bothDaemonsShowTheSameVariablesAndSendTheSameTraps(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    startAgent();
    Seen keepalived = see(Software.KEEPALIVED);
    Seen vrrpd = see(Software.VRRPD);
    assertThat(vrrpd.variables()).containsAllEntriesOf(keepalived.variables());
    assertThat(vrrpd.variables().keySet()).isEqualTo(keepalived.variables().keySet());
    assertThat(vrrpd.traps()).isEqualTo(keepalived.traps());
    assertThat(keepalived.variables()).hasSizeGreaterThan(200);
    assertThat(keepalived.traps()).hasSizeGreaterThan(10);
  }

  private Seen see(Software software) {
    Program traps = SnmpPrograms.startTrapReceiver(node, "udp:127.0.0.1:1162");
    Program daemon = software.start(node, CONFIG);
    awaitValue(KEEPALIVED + "2.3.1.4.1", "INTEGER: 2");
    awaitValue(KEEPALIVED + "2.3.1.4.2", "INTEGER: 2");
    awaitValue(KEEPALIVED + "2.3.1.4.3", "INTEGER: 2");
    Map<String, String> variables = new TreeMap<>();
    for (String root : List.of(KEEPALIVED, RFC_2787, RFC_6527)) {
      variables.putAll(walk(root));
    }
    variables.keySet().removeIf(OTHERS.asMatchPredicate());
    assertThat(daemon.terminate()).isZero();
    traps.awaitLine("5.2.1.1.3 = INTEGER: 5");
    Set<String> sent =
        traps.lines().stream()
            .filter(line -> line.contains("snmpTrapOID") || line.contains("1.3.6.1.6.3.1.1.4.1.0"))
            .map(line -> line.replaceFirst("^.*?\\t", ""))
            .filter(Predicate.not(line -> line.contains("6.3.1.1.5")))
            .collect(Collectors.toSet());
    traps.terminate();
    return new Seen(variables, sent);
  }

  @Test
  void snmpdThatComesLateOrIsStartedAnewIsFoundAndNobodyCanWrite(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    Program daemon = Software.VRRPD.start(node, IN_OLD_WORDS);
    daemon.awaitLine("no AgentX master");
    Program snmpd = startAgent();
    daemon.awaitLine("AgentX subagent connected");
    awaitValue(KEEPALIVED + "1.2.0", "STRING: \"lab\"");
    int mark = daemon.mark();
    snmpd.crash();
    startAgent();
    daemon.awaitLine(mark, "AgentX subagent connected");
    awaitValue(KEEPALIVED + "1.2.0", "STRING: \"lab\"");
    assertThat(snmp("snmpset", "private", KEEPALIVED + "1.2.0", "s", "other"))
        .contains("notWritable");
    assertThat(snmp("snmpget", "public", KEEPALIVED + "1.99.0")).contains("No Such Instance");
    assertThat(snmp("snmpbulkwalk", "public", KEEPALIVED + "2.3"))
        .contains("STRING: \"VI_6\"", "Hex-STRING: E0 00 00 12");
    assertThat(walk(RFC_2787)).isNotEmpty();
    assertThat(walk(RFC_6527)).isNotEmpty();
    assertThat(daemon.terminate()).isZero();
  }

  private Program startAgent() {
    return SnmpPrograms.startAgent(node, SNMPD, "-p", "/run/lab/snmpd.pid");
  }

  private Map<String, String> walk(String root) {
    return VARIABLE
        .matcher(snmp("snmpwalk", "public", root.substring(0, root.length() - 1)))
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private String snmp(String program, String community, String... more) {
    var words =
        new java.util.ArrayList<>(
            List.of(
                "env", "MIBS=", program, "-v2c", "-c", community, "-On", "-Oe", "127.0.0.1:1161"));
    words.addAll(List.of(more));
    return node.attempt(words.toArray(String[]::new)).output();
  }

  /** The picture that is shown is renewed once a second. */
  private void awaitValue(String name, String value) {
    node.exec(
        "timeout",
        "20",
        "sh",
        "-c",
        "until MIBS= snmpget -v2c -c public -On -Oe 127.0.0.1:1161 %s | grep -q '%s$'; do sleep 0.1; done"
            .formatted(name, value));
  }
}
