package dev.vrrpd.core.config.text;

import java.util.Map;

/**
 * What a configuration may refer to besides its own text.
 *
 * @param configurationId compared by {@code @id} lines, value of {@code ${_INSTANCE}}; {@code -i}
 * @param environment for {@code ${_ENV NAME}}
 * @param randomSeed for {@code ${_RANDOM}} until {@code random_seed} sets another
 * @param checkIncludes all include checks from the start; {@code -e}
 */
public record Surroundings(
    String configurationId,
    Map<String, String> environment,
    long randomSeed,
    boolean checkIncludes) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
