package dev.vrrpd.script;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.track.ScriptOutcome;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks what a check asks, off the loop; the answer is told once, on it, never inside the call. */
public interface Prober {
  /**
   * @param patience after which nobody waits for the answer
   */
  void ask(String name, Probe probe, Duration patience, Consumer<ScriptOutcome> onEnd);

  /** Waits no longer for an answer; that is told as the end. */
  void cancel(String name);

  /** Asks nobody and is content. */
  static Prober content(Executor later) {
    return new Prober() {
      @Override
      public void ask(String name, Probe probe, Duration patience, Consumer<ScriptOutcome> onEnd) {
        later.execute(() -> onEnd.accept(new ScriptOutcome.Exited(0)));
      }

      @Override
      public void cancel(String name) {}
    };
  }
}
