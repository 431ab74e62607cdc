package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Command;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code vrrpd status}: which node is MASTER, and what is wrong, asked from a shell. */
@InLab
class StatusIT {
  private static final String VIP = "10.9.0.100";
  private static final int NO_DAEMON = 3;
  private static final int NO_PERMISSION = 4;
  private static final int WRONG_QUESTION = 64;

  /** To whom somebody else's file is closed, though they may read all of the build. */
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @Test
  void bothNodesOfAPairSayWhoIsMasterBeforeAndAfterAFailover(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    assertThat(status(a).exit()).isEqualTo(NO_DAEMON);
    Program daemon = Software.VRRPD.start(a, configuration(150));
    Software.VRRPD.start(b, configuration(100)).awaitLine("Entering BACKUP STATE");
    lab.awaitOnly(a, VIP);

    assertThat(told(a)).contains(" MASTER ", " this router ", "10.9.0.100/24 here");
    assertThat(told(b)).contains(" BACKUP ", " 10.9.0.1, priority 150, ", " not here");
    assertThat(status(a, "--active", "VI_1").exit()).isZero();
    assertThat(status(b, "--active").exit()).isEqualTo(1);

    assertThat(status(a, "drain", List.of()).exit()).isZero();
    lab.awaitOnly(b, VIP);
    daemon.awaitLine("Entering FAULT STATE");
    String drained = asked(a, 1, "10.9.0.2, priority 100", "VI_1");
    assertThat(drained).contains("VI_1 is FAULT", "drained: vrrpd undrain ends it");
    assertThat(asked(b, 0, "VI_1 is MASTER", "VI_1")).contains("10.9.0.1, said farewell");
    assertThat(daemon.terminate()).isZero();
    assertThat(socket(a)).as("it is gone").isBlank();
  }

  private static String told(Node node, String... words) {
    return asked(node, 0, "", words);
  }

  /** Asks until it is so: the picture is a tenth of a second old at most. */
  private static String asked(Node node, int exit, String text, String... words) {
    Command asked = status(node, words);
    for (int i = 0; i < 20 && !(asked.exit() == exit && asked.output().contains(text)); i++) {
      asked = status(node, words);
    }
    assertThat(asked.exit()).as(asked.output()).isEqualTo(exit);
    assertThat(asked.output()).contains(text);
    return asked.output();
  }

  @Test
  void besideKeepalivedTheBackupNamesItAndAFaultIsSaidInWords(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    Software.KEEPALIVED.start(a, configuration(150).replaceFirst("maintenance_file .*", ""));
    lab.awaitOnly(a, VIP);
    Program daemon = Software.VRRPD.start(b, configuration(100));
    daemon.awaitLine("Startup complete");
    lab.capture().awaitAdvert(0, advert -> advert.priority() == 150);
    assertThat(told(b, "VI_1"))
        .contains("VI_1 is BACKUP", "master          10.9.0.1, priority 150");
    b.linkDown("eth0");
    daemon.awaitLine("Entering FAULT STATE");
    asked(b, 1, "VI_1: eth0 is down");
  }

  @Test
  void daemonsOfOneMachineAreToldApartByConfigurationAndNamespace(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    a.exec("ip", "netns", "add", "blue");
    a.exec("ip", "link", "add", "v0", "type", "veth", "peer", "name", "eth0", "netns", "blue");
    a.exec("ip", "link", "set", "v0", "up");
    a.exec("ip", "-n", "blue", "addr", "add", "10.7.0.1/24", "dev", "eth0");
    a.exec("ip", "-n", "blue", "link", "set", "eth0", "up");
    String other = a.write("other.conf", configuration(90).replace("VI_1", "OTHER")).toString();
    Software.VRRPD.start(a, configuration(150), "-p", "/run/1.pid", "-r", "/run/2.pid");
    lab.awaitOnly(a, VIP);
    List<String> second = new ArrayList<>(List.of("-n", "-l", "-f", other, "-s", "blue"));
    second.addAll(List.of("-p", "/run/3.pid", "-r", "/run/4.pid"));
    Software.VRRPD.startWith(a, second).awaitLine("Startup complete");

    assertThat(told(a)).contains("VI_1").doesNotContain("OTHER");
    assertThat(raw(a, "-f", other, "-s", "blue").output()).contains("OTHER");
    assertThat(raw(a, "-f", other).output()).contains("OTHER");
    assertThat(raw(a, "-f", other, "VI_1").exit()).isEqualTo(WRONG_QUESTION);
    Command both = raw(a);
    assertThat(both.exit()).isEqualTo(WRONG_QUESTION);
    assertThat(both.output())
        .contains("several daemons run here", "--socket /run/vrrpd/run-lab-other.conf-");
    assertThat(raw(a, "-f", "/run/none.conf").exit()).isEqualTo(NO_DAEMON);
    a.exec("ip", "netns", "del", "blue");
  }

  @Test
  void aReloadMovesTheSocketAndAnotherUserIsToldWhatToDo(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Program daemon = Software.VRRPD.start(a, configuration(150));
    lab.awaitOnly(a, VIP);
    assertThat(told(a)).contains("MASTER");
    String path = "/run/vrrpd/" + socket(a);
    assertThat(a.exec("stat", "-c", "%a %U", path).strip()).isEqualTo("600 root");
    a.exec("chown", "nobody", path);
    List<String> stranger = new ArrayList<>(WITHOUT_RIGHTS);
    stranger.addAll(Software.VRRPD.command(List.of("status", "-f", "/run/lab/vrrpd.conf")));
    Command forbidden = a.attempt(stranger.toArray(String[]::new));
    assertThat(forbidden.exit()).isEqualTo(NO_PERMISSION);
    assertThat(forbidden.output()).contains("ask as root, or give status_socket");
    String moved =
        configuration(150).replace("global_defs {", "global_defs {\nstatus_socket /run/s 0666");
    Software.VRRPD.configure(a, moved);
    int mark = daemon.mark();
    daemon.signal("HUP");
    daemon.awaitLine(mark, "Reload complete");
    assertThat(a.attempt(stranger.toArray(String[]::new)).output()).contains("MASTER");
    assertThat(a.exec("stat", "-c", "%a", "/run/s").strip()).isEqualTo("666");
    assertThat(socket(a)).isBlank();
    Software.VRRPD.configure(a, moved.replace("/run/s 0666", "none"));
    mark = daemon.mark();
    daemon.signal("HUP");
    daemon.awaitLine(mark, "Reload complete");
    Command unserved = status(a);
    assertThat(unserved.exit()).isEqualTo(NO_DAEMON);
    assertThat(unserved.output()).contains("has status_socket none");
  }

  @Test
  void clientsThatNeverReadDelayNoAdvertisement(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Software.VRRPD.start(a, configuration(150));
    lab.awaitOnly(a, VIP);
    String socket = "/run/vrrpd/" + socket(a);
    Capture capture = lab.capture();
    Program clients = a.start("clients", "python3", "-c", SILENT_CLIENTS, socket);
    clients.awaitLine("connected 100");
    int mark = capture.mark();
    for (int i = 0; i < 20; i++) {
      capture.awaitAdvert(mark + i, advert -> advert.priority() == 150);
    }
    assertThat(told(a)).contains("MASTER", "10.9.0.100/24 here");
  }

  @Test
  void whoWatchesSeesTheFaultComeAndAFrozenDaemonSaidToBeOne(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Program daemon = Software.VRRPD.start(a, configuration(150));
    lab.awaitOnly(a, VIP);
    Program watching =
        a.start(
            "watch",
            Software.VRRPD.command(List.of("status", "-f", "/run/lab/vrrpd.conf", "--watch")));
    watching.awaitLine(" MASTER .* here$");
    a.linkDown("eth0");
    watching.awaitLine("VI_1: eth0 is down");
    daemon.freeze();
    watching.awaitLine("does not answer: it is stopped, or stuck");
    daemon.thaw();
    int mark = watching.mark();
    watching.awaitLine(mark, "VI_1: eth0 is down");
    assertThat(watching.lines()).noneMatch(line -> line.contains("\033"));
  }

  private static String socket(Node node) {
    return node.exec("ls", "/run/vrrpd").strip();
  }

  private static final String SILENT_CLIENTS =
      """
      import socket, sys, time
      clients = []
      for i in range(100):
          client = socket.socket(socket.AF_UNIX)
          client.connect(sys.argv[1])
          clients.append(client)
      print("connected", len(clients), flush=True)
      time.sleep(60)
      """;

  private static Command status(Node node, String... words) {
    return status(node, "status", List.of(words));
  }

  private static Command status(Node node, String verb, List<String> words) {
    List<String> all = new ArrayList<>(List.of(verb, "-f", "/run/lab/vrrpd.conf"));
    all.addAll(words);
    return run(node, all);
  }

  /** Without any file named. */
  private static Command raw(Node node, String... words) {
    List<String> all = new ArrayList<>(List.of("status"));
    all.addAll(List.of(words));
    return run(node, all);
  }

  private static Command run(Node node, List<String> words) {
    return node.attempt(Software.VRRPD.command(words).toArray(String[]::new));
  }

  private static String configuration(int priority) {
    return """
    global_defs {
      maintenance_file /run/lab/drained
    }
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      advert_int 0.1
      priority %d
      virtual_ipaddress {
        10.9.0.100/24
      }
    }
    """
        .formatted(priority);
  }
}
