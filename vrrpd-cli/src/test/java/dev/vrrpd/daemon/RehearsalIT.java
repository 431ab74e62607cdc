package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After the rehearsal the first real failover meets nothing new. */
@InLab
class RehearsalIT {
  private static final String CONFIGURATION =
      """
      vrrp_instance V {
        interface eth0
        virtual_router_id 51
        version 3
        priority %d
        advert_int 0.5
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;

  @Test
  void theFirstTakeoverLoadsNoClass(Lab lab) {
    Node active = lab.node("a", "10.9.0.1/24");
    Node backup = lab.node("b", "10.9.0.2/24");
    Program first = Software.VRRPD.start(active, CONFIGURATION.formatted(200));
    first.awaitLine("Entering MASTER STATE");
    Path loaded = backup.write("loaded.txt", "");
    Program second = startLogging(backup, loaded);
    second.awaitLine("Rehearsed failovers");

    int known = classes(backup, loaded).size();
    int mark = second.mark();
    first.crash();
    second.awaitLine(mark, "Entering MASTER STATE");
    backup.awaitAddress("10.9.0.100", true);

    List<String> all = classes(backup, loaded);
    assertThat(all).hasSizeGreaterThan(1000);
    assertThat(all.subList(known, all.size())).allMatch(RehearsalIT::wording);
  }

  /**
   * Words are found on the log's own thread, and may be found late; the address of a host that died
   * with ours is among them.
   */
  private static boolean wording(String line) {
    return line.contains(" dev.vrrpd.surface.") || line.contains(" jdk.internal.util.HexDigits ");
  }

  private static List<String> classes(Node node, Path loaded) {
    return node.exec("cat", loaded.toString()).lines().toList();
  }

  private static Program startLogging(Node node, Path classes) {
    String file = Software.VRRPD.configure(node, CONFIGURATION.formatted(100));
    List<String> command =
        new ArrayList<>(List.of("env", "VRRPD_JAVA_OPTS=-Xlog:class+load:file=" + classes));
    command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-f", file)));
    return node.start("vrrpd", command);
  }
}
