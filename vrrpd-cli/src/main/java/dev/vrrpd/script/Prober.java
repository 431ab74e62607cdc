package dev.vrrpd.script;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.track.ScriptOutcome;
import java.util.function.Consumer;

/** Asks what a check asks, off the loop; the answer is told once, on it, never inside the call. */
public interface Prober {
  /** Asks nobody and tells nothing. */
  Prober SILENT =
      new Prober() {
        @Override
        public void ask(String name, Probe probe, Consumer<ScriptOutcome> onEnd) {}

        @Override
        public void cancel(String name) {}
      };

  void ask(String name, Probe probe, Consumer<ScriptOutcome> onEnd);

  /** Waits no longer for an answer; that is told as the end. */
  void cancel(String name);
}
