package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line beside keepalived's: what it takes, what it ends with, what it says. */
@InLab
class OptionTableIT {
  private static final Pattern HELP =
      Pattern.compile("(?m)^  (?:-(\\w), |    )--([\\w-]+)(\\[=|=| id)?");

  private static final String INSTANCE =
      """
      vrrp_instance V {
        interface eth0
        virtual_router_id 51
        %s
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;

  private static dev.vrrpd.lab.Command run(Node node, Software software, String... arguments) {
    return node.attempt(software.command(List.of(arguments)).toArray(String[]::new));
  }

  @Test
  void everyOptionOfKeepalivedsHelpHasItsLetterItsNameAndItsValueHere(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    List<MatchResult> options =
        HELP.matcher(run(node, Software.KEEPALIVED, "--help").output()).results().toList();
    assertThat(options).hasSizeGreaterThan(30);
    for (MatchResult option : options) {
      Option ours = Option.byLongName(option.group(2)).getFirst();
      assertThat(ours.longName()).isEqualTo(option.group(2));
      if (option.group(1) != null) {
        assertThat(Option.byLetter(option.group(1).charAt(0))).contains(ours);
      }
      assertThat(ours.argument()).as(option.group()).isIn(argument(ours, option.group(3)));
    }
  }

  /** keepalived's help does not show that the value of -M may be left out. */
  private static List<Option.Argument> argument(Option ours, String value) {
    if (ours == Option.CORE_DUMP_PATTERN) {
      return List.of(Option.Argument.OPTIONAL);
    }
    return List.of(
        value == null
            ? Option.Argument.NONE
            : value.equals("[=") ? Option.Argument.OPTIONAL : Option.Argument.REQUIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "--signum=STOP",
    "--signum=RELOAD",
    "--signum=DATA",
    "--signum=STATS",
    "--signum=STATS_CLEAR",
    "--signum=JSON",
    "--signum=TDATA",
    "--signum=FOO",
    "--frob",
    "-f"
  })
  void whatNeedsNoDaemonIsAnsweredAsKeepalivedAnswersIt(String option, Lab lab) {
    Node node = lab.node("a");
    var theirs = run(node, Software.KEEPALIVED, option);
    var ours = run(node, Software.VRRPD, option);
    assertThat(ours.exit()).isEqualTo(theirs.exit());
    if (option.startsWith("--signum")) {
      assertThat(ours.output()).isEqualTo(theirs.output());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "priority 100, 0",
    "frobnicate, 5",
    "priority, 2",
    "virtual_router_id 300, 5",
    "interface nope0, 5",
    "include /nowhere, 0",
    "includem /nowhere, 6",
    "notify /bin/true, 6"
  })
  void aTestOfAConfigurationEndsWithKeepalivedsStatus(String line, int status, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    for (Software software : Software.values()) {
      String file = software.configure(node, INSTANCE.formatted(line));
      assertThat(run(node, software, "-t", "-f", file).exit()).as("%s", software).isEqualTo(status);
    }
  }

  /** What would be refused is not called a plan, and what waits is told apart from what changes. */
  @Test
  void aDryRunOfAReloadSaysWhatOnlyARestartChanges(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String running = node.write("running.conf", INSTANCE.formatted("")).toString();
    String urgent = "global_defs {\n vrrp_priority -5\n}\n" + INSTANCE.formatted("priority 150");
    String fresh = node.write("fresh.conf", urgent).toString();
    var plan = run(node, Software.VRRPD, "reload", "--dry-run", "--running", running, fresh);
    assertThat(plan.exit()).isZero();
    assertThat(plan.output())
        .contains("~ vrrp_instance V: goes on, changed in place")
        .contains("only a restart changes vrrp_priority");
    node.write("fresh.conf", "instance other\n" + urgent);
    var refused = run(node, Software.VRRPD, "reload", "--dry-run", "--running", running, fresh);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.output()).contains("refused: instance cannot change by a reload");
  }

  /** keepalived calls a missing file fine, and starts with nothing. */
  @ParameterizedTest
  @CsvSource({
    "/nowhere.conf, no file matches, 6",
    "/run, it is a directory, 6",
    "/bin/true, it is executable, 6",
    "/dev/null, not a regular file, 6",
    "/run/lab/empty.conf, there is no vrrp_instance: nothing is done, 0"
  })
  void whatIsNoConfigurationFileIsSaid(String file, String words, int status, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.write("empty.conf", "");
    var tested = run(node, Software.VRRPD, "-t", "-f", file);
    assertThat(tested.output()).contains(words);
    assertThat(tested.exit()).isEqualTo(status);
    if (status > 0) {
      var started = run(node, Software.VRRPD, "-n", "-l", "-f", file);
      assertThat(started.output()).contains(words);
      assertThat(started.exit()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"script /bin/true, 6", "script /nowhere/true, 5"})
  void scriptsThatNothingTracksAreLookedAtAsKeepalivedDoes(String line, int status, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String text = "vrrp_script unused {\n  %s\n}\n%s".formatted(line, INSTANCE.formatted(""));
    for (Software software : Software.values()) {
      String file = software.configure(node, text);
      assertThat(run(node, software, "-t", "-f", file).exit()).as("%s", software).isEqualTo(status);
    }
  }

  /** Warnings do not keep a reload from being taken, and do not make systemctl say it was not. */
  @ParameterizedTest
  @CsvSource({"priority 100, 0", "notify /bin/true, 0", "frobnicate, 2", "interface nope0, 2"})
  void aTestOfAReloadEndsAsTheReloadWould(String line, int status, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String file = Software.VRRPD.configure(node, INSTANCE.formatted(line));
    var answer = run(node, Software.VRRPD, "reload-test", "-f", file);
    assertThat(answer.exit()).isEqualTo(status);
    assertThat(answer.output().isBlank()).isEqualTo(status == 0);
  }

  @Test
  void whatCannotMeanAnythingHereIsAcceptedAndSaysSoAtDebugLevel(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    List<Option> without = Arrays.stream(Option.values()).filter(Option::withoutEffect).toList();
    List<String> words = new ArrayList<>();
    without.forEach(option ->
        words.add(
            "--"
                + option.longName()
                + (option.argument() == Option.Argument.NONE ? "" : "=/run/x")));
    Program daemon =
        Software.VRRPD.start(
            node, INSTANCE.formatted("priority 150"), words.toArray(String[]::new));
    daemon.awaitLine("Entering MASTER STATE");
    assertThat(without)
        .allSatisfy(option ->
            assertThat(daemon.lines())
                .anyMatch(
                    line -> line.endsWith(": --" + option.longName() + " has no effect here")));
    assertThat(daemon.terminate()).isZero();
  }
}
