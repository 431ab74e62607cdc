package dev.vrrpd.core.track;

import dev.vrrpd.core.config.ProcessCountConfig;
import java.util.List;

/**
 * What is known of a process, and whether it is one that is tracked; keepalived.conf(5), {@code
 * vrrp_track_process}.
 *
 * @param name as the kernel keeps it: 15 octets at most; proc_pid_comm(5)
 * @param arguments program first; empty for a zombie; proc_pid_cmdline(5)
 */
public record ProcessIdentity(String name, List<String> arguments) {
  private static final int LONGEST_NAME = 15;

  public ProcessIdentity {
    arguments = List.copyOf(arguments);
  }

  public boolean matches(ProcessCountConfig config) {
    List<String> wanted = config.command();
    return switch (config.match()) {
      case NAME -> name.equals(kept(wanted.getFirst()));
      case PROGRAM -> !arguments.isEmpty() && arguments.getFirst().equals(wanted.getFirst());
      case EXACT -> arguments.equals(wanted);
      case FIRST -> begins(wanted);
      case BEGINNING -> beginsOpenEnded(wanted);
    };
  }

  /** Of a path the kernel keeps the last part, and not all of it. */
  private static String kept(String program) {
    String last = program.substring(program.lastIndexOf('/') + 1);
    return last.substring(0, Math.min(LONGEST_NAME, last.length()));
  }

  private boolean begins(List<String> wanted) {
    return arguments.size() >= wanted.size() && arguments.subList(0, wanted.size()).equals(wanted);
  }

  private boolean beginsOpenEnded(List<String> wanted) {
    int last = wanted.size() - 1;
    return arguments.size() > last
        && begins(wanted.subList(0, last))
        && (last == 0
            ? arguments.getFirst().equals(wanted.getFirst())
            : arguments.get(last).startsWith(wanted.get(last)));
  }
}
