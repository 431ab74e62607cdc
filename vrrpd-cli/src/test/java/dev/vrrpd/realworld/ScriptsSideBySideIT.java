package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a check script, for keepalived and for vrrpd, each in a network of its own at the
 * same time: the same lines in the log. With {@code -Dgolden=accept} it writes
 * docs/side-by-side-scripts.md.
 */
@InLab
class ScriptsSideBySideIT {
  private static final Path PAGE = Software.ROOT.resolve("docs/side-by-side-scripts.md");
  private static final String START = "start";
  private static final Pattern STAMP =
      Pattern.compile("^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}: ");
  private static final Pattern EVENT =
      Pattern.compile("^(VRRP_Script|Script|Track script|Disabling|Unsafe|SECURITY|\\(VI_1\\))");

  @Test
  void whatBecomesOfAScriptIsToldInTheSameWords(Lab lab) throws IOException {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b");
    b.plug(lab.network(), "eth1", "10.9.0.1/24");
    var reference =
        CompletableFuture.supplyAsync(() -> new Life(Software.KEEPALIVED, a, "eth0").live());
    Map<String, List<String>> ours = new Life(Software.VRRPD, b, "eth1").live();
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page(reference.join(), ours));
    }
    Map<String, List<String>> theirs = reference.join();
    assertThat(ours.remove(START)).containsAll(judgements(theirs.remove(START)));
    assertThat(ours).containsExactlyEntriesOf(theirs);
  }

  /**
   * Why a script is refused is said by each in its own words; keepalived runs what is no program.
   */
  private static List<String> judgements(List<String> lines) {
    return lines.stream().filter(line -> line.matches("(Disabling|VRRP_Script|.VI_1).*")).toList();
  }

  /** One daemon's: what the log said after each provocation, each line once. */
  private static final class Life {
    private final Software software;
    private final Node node;
    private final String link;
    private final Map<String, List<String>> told = new LinkedHashMap<>();
    private int mark;

    Life(Software software, Node node, String link) {
      this.software = software;
      this.node = node;
      this.link = link;
    }

    Map<String, List<String>> live() {
      node.script("check.sh", "#!/bin/sh\n. /run/lab/mode\n");
      node.write("mode", "exit 0\n");
      node.write("text", "exit 0\n");
      node.script("open/unsafe.sh", "#!/bin/sh\nexit 0\n");
      node.exec("chmod", "0777", "/run/lab/open");
      String file =
          software.configure(
              node, CONFIGURATION.formatted(UNUSABLE, link, "absent\n text\n unsafe"));
      Program daemon = software.startWith(node, List.of("-n", "-l", "-f", file));
      daemon.awaitLine("VRRP_Script.chk. succeeded");
      after(START, daemon, "Entering MASTER STATE");
      provoke("it exits with 3", daemon, "exit 3", "from 100 to 90");
      provoke("it succeeds again", daemon, "exit 0", "from 90 to 100");
      provoke("a signal ends it", daemon, "kill -9 $$", "from 100 to 90");
      provoke("it succeeds again, after the signal", daemon, "exit 0", "from 90 to 100");
      provoke("it hangs", daemon, "exec sleep 60", "from 100 to 90");
      provoke("it succeeds again, after hanging", daemon, "exit 0", "from 90 to 100");
      assertThat(daemon.terminate()).isZero();
      return told;
    }

    private void provoke(String provocation, Program daemon, String mode, String lastLine) {
      node.write("mode", mode + "\n");
      after(provocation, daemon, lastLine);
    }

    private void after(String provocation, Program daemon, String lastLine) {
      daemon.awaitLine(mark, lastLine);
      int end = daemon.mark();
      told.put(
          provocation,
          daemon.lines().subList(mark, end).stream()
              .map(line -> STAMP.matcher(line).replaceFirst(""))
              .filter(line -> EVENT.matcher(line).find())
              .distinct()
              .toList());
      mark = end;
    }
  }

  private static String page(Map<String, List<String>> theirs, Map<String, List<String>> ours) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    theirs.forEach((provocation, lines) -> {
      page.append("\n## ").append(provocation).append("\n\n");
      page.append(
          lines.equals(ours.get(provocation))
              ? block("both", lines)
              : block("keepalived", lines) + block("vrrpd", ours.get(provocation)));
    });
    return page.toString();
  }

  private static String block(String title, List<String> lines) {
    return title + ":\n```\n" + String.join("\n", lines) + "\n```\n";
  }

  private static final String UNUSABLE =
      """
      vrrp_script absent {
        script "/run/lab/absent"
        interval 1
        weight -5
      }
      vrrp_script text {
        script "/run/lab/text"
        interval 1
        weight -5
      }
      vrrp_script unsafe {
        script "/run/lab/open/unsafe.sh"
        interval 1
        weight -5
      }
      """;

  private static final String CONFIGURATION =
      """
      global_defs {
        enable_script_security
        script_user root
      }
      vrrp_script chk {
        script "/run/lab/check.sh"
        interval 1
        timeout 2
        rise 2
        fall 2
        weight -10
      }
      %s
      vrrp_instance VI_1 {
        interface %s
        virtual_router_id 51
        version 3
        priority 100
        advert_int 1
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_script {
          chk
          %s
        }
      }
      """;

  private static final String INTRODUCTION =
      """
      # Check scripts beside keepalived

      What keepalived 2.2.7 and vrrpd log for the same check scripts and the same provocations: `chk` runs every second with
      `timeout 2`, `rise 2`, `fall 2` and `weight -10`; `absent` does not exist, `text` is not executable, and everybody may
      write to the directory of `unsafe`. Each line once. Written and compared by `ScriptsSideBySideIT` (`-Dgolden=accept`
      writes it).
      """;
}
