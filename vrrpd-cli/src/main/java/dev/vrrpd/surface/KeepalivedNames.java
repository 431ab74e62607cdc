package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;

/**
 * keepalived's words for what RFC 9568 calls otherwise. Operators' scripts and greps rely on them.
 */
public final class KeepalivedNames {
  private KeepalivedNames() {}

  /** The state's word in logs and dumps. */
  public static String of(Role role) {
    return switch (role) {
      case INITIALIZE -> "INIT";
      case BACKUP -> "BACKUP";
      case ACTIVE -> "MASTER";
      case FAULT -> "FAULT";
      case STOPPED -> "STOP";
    };
  }

  /** Third argument of a {@code notify} script, third word of a FIFO line. */
  public static String of(Notice notice) {
    return switch (notice) {
      case ACTIVE -> "MASTER";
      case BACKUP -> "BACKUP";
      case FAULT -> "FAULT";
      case STOPPED -> "STOP";
      case DELETED -> "DELETED";
      case RIVAL_HEARD -> "MASTER_RX_LOWER_PRI";
    };
  }

  /** First argument of a {@code notify} script. */
  public static String of(Subject subject) {
    return switch (subject) {
      case INSTANCE -> "INSTANCE";
      case GROUP -> "GROUP";
    };
  }
}
