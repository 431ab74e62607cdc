package dev.vrrpd.core.track;

/** What a {@link ScriptTracker} wants done or told, in order. */
public sealed interface ScriptEffect {

  record Run() implements ScriptEffect {}

  /** End the run: SIGTERM, later SIGKILL ({@code forcibly}). */
  record Kill(boolean forcibly) implements ScriptEffect {}

  /** The exit status is not the one of the run before. */
  record Returns(int status) implements ScriptEffect {}

  record Succeeded() implements ScriptEffect {}

  record Failed(ScriptOutcome outcome) implements ScriptEffect {}

  /** Run what repairs it. */
  record Recover(int attempt) implements ScriptEffect {}

  record TimedOut() implements ScriptEffect {}

  /** The run before is not over: this one is left out. */
  record StillRunning() implements ScriptEffect {}
}
