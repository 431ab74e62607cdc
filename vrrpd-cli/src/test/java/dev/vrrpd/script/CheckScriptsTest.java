package dev.vrrpd.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.netlink.process.Identity;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.ScriptFinder.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckScriptsTest {
  private static final Command COMMAND =
      new Command(List.of("/check", "x"), Optional.empty(), Optional.empty());
  private static final ScriptConfig SCRIPT =
      new ScriptConfig(
          "chk", COMMAND, Duration.ofSeconds(1), Duration.ofSeconds(1), 0, false, 1, 1, false);
  private static final Program PROGRAM =
      new Program("/check", COMMAND.words(), List.of(), Identity.Own.OWN);

  private final FakeLauncher launcher = new FakeLauncher();
  private final List<Input> inputs = new ArrayList<>();
  private final CheckScripts scripts =
      new CheckScripts(launcher, Prober.content(Runnable::run), inputs::add);

  @Test
  void theStartAndTheEndOfARunComeBackAsInputs() {
    use(new Found.Usable(PROGRAM, Optional.empty()));
    scripts.run(SCRIPT, inputs::add);
    assertThat(launcher.commandLines()).containsExactly("/check x");
    assertThat(inputs).containsExactly(new Input.ScriptStarted("chk"));
    launcher.started.getFirst().exits(1);
    assertThat(inputs.getLast())
        .isEqualTo(new Input.ScriptEnded("chk", new ScriptOutcome.Exited(1)));
  }

  @Test
  void aScriptThatCannotRunHasEndedAtOnceWithTheReason() {
    use(new Found.Unusable("'/check' not found"));
    scripts.run(SCRIPT, inputs::add);
    assertThat(inputs)
        .containsExactly(
            new Input.ScriptEnded("chk", new ScriptOutcome.NotStarted("'/check' not found")));
  }

  @Test
  void aRunIsKilledWithItsGroupAndAnEndedOneIsNot() {
    use(new Found.Usable(PROGRAM, Optional.empty()));
    scripts.run(SCRIPT, inputs::add);
    FakeLauncher.Child child = launcher.started.getFirst();
    scripts.kill("chk", false);
    scripts.kill("chk", true);
    assertThat(child.signals).containsExactly(15, 9);
    child.exits(0);
    scripts.kill("chk", true);
    scripts.killAll();
    assertThat(child.signals).hasSize(2);
  }

  private void use(Found found) {
    scripts.use(new ScriptBook(Map.of(COMMAND, found), List.of()));
  }
}
