package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A {@code vrrp_track_process} block.
 *
 * @param command the program, and the parameters to compare
 * @param weight -254 to 254, where a user names none; 0: a wrong number is a fault
 * @param quorum least number of processes
 * @param quorumMax greatest number; empty: any
 * @param forkDelay how long a number has to be good to count as good
 * @param terminateDelay how long a number has to be bad to count as bad
 */
public record ProcessCountConfig(
    String name,
    List<String> command,
    Match match,
    int weight,
    boolean reverse,
    int quorum,
    OptionalInt quorumMax,
    Duration forkDelay,
    Duration terminateDelay) {
  public ProcessCountConfig {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a process has a name");
    }
  }

  /** How a process is told from others. */
  public enum Match {
    /** By its name, as {@code /proc/PID/comm} has it. */
    NAME,
    /** By its first argument; {@code full_command}. */
    PROGRAM,
    /** By all of its arguments. */
    EXACT,
    /** By its first arguments; {@code param_match partial}. */
    FIRST,
    /** Like FIRST, but the last one may go on; {@code param_match initial}. */
    BEGINNING
  }

  /** This many processes are as many as there should be. */
  public boolean suffices(int count) {
    return count >= quorum && (quorumMax.isEmpty() || count <= quorumMax.getAsInt());
  }
}
