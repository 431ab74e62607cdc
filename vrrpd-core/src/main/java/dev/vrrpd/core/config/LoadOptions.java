package dev.vrrpd.core.config;

import dev.vrrpd.core.config.text.Budget;
import java.util.Map;

/**
 * How a configuration is read.
 *
 * @param configurationId for {@code @id} lines and {@code ${_INSTANCE}}: {@code -i}, else the host
 *     name up to its first dot
 * @param environment for {@code ${_ENV NAME}}
 * @param randomSeed for {@code ${_RANDOM}}
 * @param checkIncludes all include checks from the start: {@code -e}
 * @param machine where it is meant to run
 * @param room for all that is written, once loops and parameters are; in units of the {@link
 *     Budget}
 */
public record LoadOptions(
    String configurationId,
    Map<String, String> environment,
    long randomSeed,
    boolean checkIncludes,
    Machine machine,
    long room) {
  public LoadOptions {
    environment = Map.copyOf(environment);
  }

  /** For a configuration that is only looked at: no environment, everything it names exists. */
  public static LoadOptions elsewhere(String configurationId) {
    return new LoadOptions(configurationId, Map.of(), 0, false, Machine.ELSEWHERE, Budget.ROOM);
  }

  public LoadOptions on(Machine other) {
    return new LoadOptions(configurationId, environment, randomSeed, checkIncludes, other, room);
  }
}
