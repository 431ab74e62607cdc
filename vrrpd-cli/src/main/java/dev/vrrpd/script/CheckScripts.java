package dev.vrrpd.script;

import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.script.ScriptFinder.Found;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs check scripts when the router says so and hands their ends back as inputs. Decides nothing:
 * interval, timeout and meaning are the router's. Confined to the loop.
 */
public final class CheckScripts {
  private static final int SIGTERM = 15;
  private static final int SIGKILL = 9;

  private final Launcher launcher;
  private final Prober prober;
  private final Consumer<Input> inputs;
  private final Map<String, ChildProcess> running = new HashMap<>();
  private ScriptBook book = ScriptBook.EMPTY;

  /** {@code inputs} is never called from inside a call to this object. */
  public CheckScripts(Launcher launcher, Prober prober, Consumer<Input> inputs) {
    this.launcher = launcher;
    this.prober = prober;
    this.inputs = inputs;
  }

  public void use(ScriptBook newBook) {
    book = newBook;
  }

  /**
   * Starts a run; its end will come as an input.
   *
   * @param outcome takes what is known at once
   */
  public void run(ScriptConfig script, Consumer<Input> outcome) {
    if (script.probe().isPresent()) {
      outcome.accept(new Input.ScriptStarted(script.name()));
      prober.ask(
          script.name(),
          script.probe().get(),
          script.timeout(),
          end -> inputs.accept(new Input.ScriptEnded(script.name(), end)));
      return;
    }
    switch (book.find(script.command())) {
      case Found.Unusable(String reason) ->
          outcome.accept(
              new Input.ScriptEnded(script.name(), new ScriptOutcome.NotStarted(reason)));
      case Found.Usable(var program, var _) -> {
        String name = script.name();
        running.put(
            name,
            launcher.launch(
                program,
                () -> inputs.accept(new Input.ScriptStarted(name)),
                end -> ended(name, end)));
      }
    }
  }

  /** Runs what repairs a check; its end, or that it cannot be run, comes back as an input. */
  public void recover(ScriptConfig check, Consumer<Input> refused) {
    String name = check.name();
    Input.RecoveryEnded end = new Input.RecoveryEnded(name);
    switch (book.find(check.recovery().orElseThrow().command())) {
      case Found.Unusable(var _) -> refused.accept(end);
      case Found.Usable(var program, var _) ->
          running.put(
              name,
              launcher.launch(
                  program,
                  _ -> {
                    running.remove(name);
                    inputs.accept(end);
                  }));
    }
  }

  /** To the whole process group. */
  public void kill(String script, boolean forcibly) {
    prober.cancel(script);
    ChildProcess child = running.get(script);
    if (child != null) {
      child.signal(forcibly ? SIGKILL : SIGTERM);
    }
  }

  /** At exit: nothing that was started stays. */
  public void killAll() {
    running.values().forEach(child -> child.signal(SIGKILL));
  }

  private void ended(String script, ChildEnd end) {
    running.remove(script);
    inputs.accept(new Input.ScriptEnded(script, outcome(end)));
  }

  private static ScriptOutcome outcome(ChildEnd end) {
    return switch (end) {
      case ChildEnd.Exited(int code) -> new ScriptOutcome.Exited(code);
      case ChildEnd.Signalled(int signal) -> new ScriptOutcome.Killed(signal);
      case ChildEnd.NotStarted(String call, int _, String reason) ->
          new ScriptOutcome.NotStarted(call + ": " + reason);
    };
  }
}
