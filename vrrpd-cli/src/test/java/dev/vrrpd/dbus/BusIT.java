package dev.vrrpd.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.MessageBus;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real dbus-daemon, asked by glib's gdbus: what keepalived answers, vrrpd answers. */
@InLab(programs = {"dbus-daemon", "dbus-monitor", "gdbus"})
class BusIT {
  private static final String DAEMON = "/org/keepalived/Vrrp1/Vrrp";
  private static final String INSTANCE = "/org/keepalived/Vrrp1/Instance/eth0/51/IPv4";

  private static final String CONFIG =
      """
      global_defs {
        enable_dbus
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 1
        virtual_ipaddress {
          10.0.0.100/24
        }
      }
      """;

  private Node node;

  @ParameterizedTest
  @EnumSource
  void theBusShowsInstancesTellsStatesAndObeys(Software software, Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    MessageBus.start(node);
    Program monitor = monitor();
    Program daemon = start(software);
    monitor.awaitLine("path=" + DAEMON + "; .*member=VrrpStarted");
    monitor.awaitLine("path=" + INSTANCE + "; .*member=VrrpStatusChange");
    monitor.awaitLine("uint32 1");
    monitor.awaitLine("uint32 2");

    assertThat(members(INSTANCE, "org.keepalived.Vrrp1.Instance"))
        .containsExactlyInAnyOrder(
            "SendGarp();", "VrrpStatusChange(u);", "readonly s Name", "readonly (us) State");
    assertThat(members(DAEMON, "org.keepalived.Vrrp1.Vrrp"))
        .containsExactlyInAnyOrder(
            "PrintData();",
            "PrintStats();",
            "PrintStatsClear();",
            "ReloadConfig();",
            "VrrpStarted();",
            "VrrpReloaded();",
            "VrrpStopped();");
    assertThat(property("State")).isEqualTo("(<(uint32 2, 'Master')>,)\n");
    assertThat(property("Name")).isEqualTo("(<('VI_1',)>,)\n");
    assertThat(gdbus("introspect", "-o", "/org/keepalived/Vrrp1/Instance")).contains("node eth0");

    commands(daemon);
    int mark = monitor.mark();
    call(DAEMON, "org.keepalived.Vrrp1.Vrrp.ReloadConfig");
    monitor.awaitLine(mark, "member=VrrpReloaded");
    assertThat(daemon.terminate()).isZero();
    monitor.awaitLine("uint32 98");
    monitor.awaitLine("member=VrrpStopped");
  }

  private void commands(Program daemon) {
    int mark = daemon.mark();
    call(DAEMON, "org.keepalived.Vrrp1.Vrrp.PrintStats");
    daemon.awaitLine(mark, "Printing VRRP stats (for process|on DBus)");
    call(DAEMON, "org.keepalived.Vrrp1.Vrrp.PrintStatsClear");
    daemon.awaitLine(mark, "[Cc]lear.* VRRP stats (for process|on DBus)");
    daemon.awaitLine("Sending/queueing gratuitous ARPs on eth0 for 10.0.0.100");
    mark = daemon.mark();
    call(INSTANCE, "org.keepalived.Vrrp1.Instance.SendGarp");
    daemon.awaitLine(mark, "gratuitous ARP");
  }

  @Test
  void whatIsAskedWronglyIsRefusedByTheSameNames(Lab lab) {
    List<String> theirs = refusals(Software.KEEPALIVED, lab.node("a", "10.0.0.1/24"));
    List<String> ours = refusals(Software.VRRPD, lab.node("b", "10.0.0.2/24"));
    assertThat(ours).containsExactlyElementsOf(theirs);
  }

  private List<String> refusals(Software software, Node on) {
    node = on;
    MessageBus.start(node);
    Program daemon = start(software);
    String instance = "org.keepalived.Vrrp1.Instance";
    String properties = "org.freedesktop.DBus.Properties.";
    List<String> refusals =
        List.of(
            refusal(DAEMON, "org.keepalived.Vrrp1.Vrrp.Nonsense"),
            refusal(DAEMON, "org.example.Nonsense.Nonsense"),
            refusal("/org/keepalived/Vrrp1/Nonsense", "org.keepalived.Vrrp1.Vrrp.PrintData"),
            refusal(INSTANCE, "org.keepalived.Vrrp1.Instance.Nonsense"),
            refusal(INSTANCE, properties + "Get", instance, "Nonsense"),
            refusal(INSTANCE, properties + "Get", "org.example.Nonsense", "State"),
            refusal(INSTANCE, properties + "Get", instance),
            refusal(INSTANCE, properties + "GetAll", "org.example.Nonsense"),
            refusal(INSTANCE, properties + "Set", instance, "State", "<uint32 1>"),
            refusal(INSTANCE, properties + "Set", instance, "Nonsense", "<uint32 1>"),
            refusal(DAEMON, properties + "Get", "org.keepalived.Vrrp1.Vrrp", "Nonsense"));
    assertThat(daemon.terminate()).isZero();
    return refusals;
  }

  /** What was asked, and the name of the error that came back. */
  private String refusal(String object, String method, String... arguments) {
    List<String> words = new ArrayList<>(List.of("-o", object, "-m", method));
    words.addAll(List.of(arguments));
    String output = node.attempt(command("call", words)).output();
    var name = Pattern.compile("GDBus\\.Error:([\\w.]+)").matcher(output);
    return method
        + " "
        + List.of(arguments)
        + ": "
        + (name.find() ? name.group(1) : output.strip());
  }

  @Test
  void aBusThatComesLateOrIsStartedAnewIsFound(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    Program daemon = start(Software.VRRPD);
    daemon.awaitLine("no D-Bus at " + MessageBus.ADDRESS);
    Program bus = MessageBus.start(node);
    daemon.awaitLine("Acquired DBus bus org.keepalived.Vrrp1");
    assertThat(property("State")).contains("Master");
    int mark = daemon.mark();
    bus.crash();
    MessageBus.start(node);
    daemon.awaitLine(mark, "Acquired DBus bus org.keepalived.Vrrp1");
    assertThat(property("State")).contains("Master");
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void itsNameAndThatOfNoInterfaceAreTheConfiguredOnes(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    MessageBus.start(node);
    Program daemon = start(Software.VRRPD, NAMES);
    daemon.awaitLine("Acquired DBus bus org.example.Router");
    assertThat(
            onBus("org.example.Router", "introspect", "-r", "-o", "/org/keepalived/Vrrp1/Instance"))
        .contains("Instance/anywhere {", "VI_1");
    assertThat(daemon.terminate()).isZero();
  }

  private static final String NAMES =
      """
      global_defs {
        enable_dbus
        dbus_service_name org.example.Router
        dbus_no_interface_name anywhere
        default_interface eth0
      }
      vrrp_instance VI_1 {
        virtual_router_id 51
        version 3
        advert_int 0.1
        unicast_src_ip 10.0.0.1
        unicast_peer {
          10.0.0.2
        }
        virtual_ipaddress {
          10.0.0.100/24
        }
      }
      """;

  private Program start(Software software) {
    return start(software, CONFIG);
  }

  private Program start(Software software, String configuration) {
    String file = software.configure(node, configuration);
    List<String> command =
        new ArrayList<>(
            List.of("env", "TMPDIR=/run/lab", "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS));
    command.addAll(software.command(List.of("-n", "-l", "-D", "-f", file)));
    Program daemon = node.start("daemon", command);
    daemon.awaitLine("Entering MASTER STATE");
    return daemon;
  }

  private Program monitor() {
    Program monitor =
        node.start(
            "monitor",
            "stdbuf",
            "-oL",
            "dbus-monitor",
            "--address",
            MessageBus.ADDRESS,
            "type='signal',path_namespace='/org/keepalived'");
    monitor.awaitLine("NameLost");
    return monitor;
  }

  private void call(String object, String method) {
    assertThat(gdbus("call", "-o", object, "-m", method)).isEqualTo("()\n");
  }

  private String property(String name) {
    return gdbus(
        "call",
        "-o",
        INSTANCE,
        "-m",
        "org.freedesktop.DBus.Properties.Get",
        "org.keepalived.Vrrp1.Instance",
        name);
  }

  private String gdbus(String verb, String... more) {
    return onBus("org.keepalived.Vrrp1", verb, more);
  }

  private String onBus(String service, String verb, String... more) {
    return node.exec(command(service, verb, List.of(more)));
  }

  private static String[] command(String verb, List<String> more) {
    return command("org.keepalived.Vrrp1", verb, more);
  }

  private static String[] command(String service, String verb, List<String> more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "env",
                "DBUS_SYSTEM_BUS_ADDRESS=" + MessageBus.ADDRESS,
                "gdbus",
                verb,
                "-y",
                "-d",
                service));
    words.addAll(more);
    return words.toArray(String[]::new);
  }

  /**
   * Members of one interface, without names of arguments and values. keepalived 2.2.7 delivers (s)
   * for Name and says s.
   */
  private List<String> members(String object, String interfaceName) {
    String text = gdbus("introspect", "-o", object);
    var section =
        Pattern.compile("(?s)interface " + Pattern.quote(interfaceName) + " \\{(.*?)\\};");
    return section
        .matcher(text)
        .results()
        .flatMap(found -> found.group(1).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.endsWith(":"))
        .map(line -> line.replaceAll(" = .*", "").replaceAll("\\((\\w) \\w+\\)", "($1)"))
        .map(line -> line.replace("readonly (s) Name", "readonly s Name"))
        .toList();
  }
}
