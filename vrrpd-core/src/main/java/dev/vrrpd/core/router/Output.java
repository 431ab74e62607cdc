package dev.vrrpd.core.router;

import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;

/** Everything a {@link VrrpRouter} wants done, in the order it must happen. */
public sealed interface Output {

  /**
   * Send to the group, or to every peer, of this instance's transport.
   *
   * @param sequence the same for all peers, 0 where the authentication has none
   */
  record Transmit(String instance, Advertisement advertisement, long sequence) implements Output {}

  /** Ask the kernel. */
  record AskKernel(KernelRequest request) implements Output {}

  /**
   * Start a check script; that it runs comes back as {@link Input.ScriptStarted}, its end as {@link
   * Input.ScriptEnded}.
   */
  record RunScript(ScriptConfig script) implements Output {}

  /** Run what repairs a check; its end comes back as {@link Input.RecoveryEnded}. */
  record Recover(ScriptConfig check) implements Output {}

  /** Signal the process group of a check script that overstayed: SIGTERM, then SIGKILL. */
  record KillScript(String script, boolean forcibly) implements Output {}

  /** Tell the operator's notification scripts. */
  record Notify(Subject subject, String name, Notice notice, Priority effectivePriority)
      implements Output {}

  /** Tell the operator: one line of log. */
  record Tell(Note note) implements Output {}

  /** What a notification is about. */
  enum Subject {
    INSTANCE,
    GROUP
  }

  /** What is notified, in the order of keepalived's words MASTER, BACKUP, FAULT, STOP, ... */
  enum Notice {
    ACTIVE,
    BACKUP,
    FAULT,
    STOPPED,
    DELETED,
    /** As DELETED, to those who have not asked for that word. */
    REMOVED,
    RIVAL_HEARD
  }
}
