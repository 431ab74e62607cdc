package dev.vrrpd.core.track;

/** How one run of a check script ended. */
public sealed interface ScriptOutcome {
  /** By itself; status 0 is success. */
  record Exited(int status) implements ScriptOutcome {}

  /** By a signal(7), be it ours after the timeout or somebody else's. */
  record Killed(int signal) implements ScriptOutcome {}

  /** A check was not answered as it should have been: the reason in words. */
  record Unsatisfied(String reason) implements ScriptOutcome {}

  /** It could not be started: the reason in words. */
  record NotStarted(String reason) implements ScriptOutcome {}
}
