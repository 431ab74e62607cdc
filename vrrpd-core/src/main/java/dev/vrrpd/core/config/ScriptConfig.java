package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.Optional;

/**
 * A {@code vrrp_script} or {@code vrrp_check} block.
 *
 * @param command of a check: what it asks, in words
 * @param probe what a check asks; empty: a script is run
 * @param interval start to start, at least 1 ms
 * @param timeout a run longer than this has failed and is killed; at least 1 ms
 * @param weight -253 to 253; 0: failure is a fault
 * @param reverse success and failure change places
 * @param rise consecutive successes to count as up, at least 1
 * @param fall consecutive failures to count as down, at least 1
 * @param initFail counts as failed until its first success; {@code init_fail}
 * @param recovery of a check
 */
public record ScriptConfig(
    String name,
    Command command,
    Optional<Probe> probe,
    Duration interval,
    Duration timeout,
    int weight,
    boolean reverse,
    int rise,
    int fall,
    boolean initFail,
    Optional<Recovery> recovery) {

  /** A script. */
  public ScriptConfig(
      String name,
      Command command,
      Duration interval,
      Duration timeout,
      int weight,
      boolean reverse,
      int rise,
      int fall,
      boolean initFail) {
    this(
        name,
        command,
        Optional.empty(),
        interval,
        timeout,
        weight,
        reverse,
        rise,
        fall,
        initFail,
        Optional.empty());
  }
}
