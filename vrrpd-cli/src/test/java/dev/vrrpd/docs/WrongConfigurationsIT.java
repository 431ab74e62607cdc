package dev.vrrpd.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vrrpd.core.Golden;
import dev.vrrpd.docs.WrongConfigurations.Wrong;
import dev.vrrpd.lab.Command;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded as keepalived's words is what it says. */
@InLab
class WrongConfigurationsIT {
  private static final String RECORDED_VERSION = "v2.2.7";

  @Test
  void keepalivedSaysOfWrongConfigurationsWhatIsRecorded(Lab lab) {
    Node node = lab.node("a", "192.168.1.1/24").plug(lab.network(), "eth1", "10.0.0.1/24");
    assumeTrue(
        run(node, List.of("-v")).output().contains(RECORDED_VERSION),
        "optional: another keepalived than the recorded one");
    for (Wrong wrong : WrongConfigurations.all()) {
      String file = node.write(WrongConfigurations.NAME, wrong.text()).toString();
      Command said = run(node, List.of("-t", "-i", "lb1", "-f", file));
      String words =
          "%sexit %d%n"
              .formatted(said.output().replace(file, WrongConfigurations.NAME), said.exit());
      Golden.compare(wrong.recorded(), words);
    }
  }

  private static Command run(Node node, List<String> arguments) {
    return node.attempt(Software.KEEPALIVED.command(arguments).toArray(String[]::new));
  }
}
