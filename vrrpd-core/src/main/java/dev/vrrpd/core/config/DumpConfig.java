package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * Dumps of the state.
 *
 * @param stateFile {@code state_dump_file}
 * @param namedByInstance {@code data_use_instance}
 * @param jsonVersion {@code json_version}, 1 or 2
 */
public record DumpConfig(Optional<String> stateFile, boolean namedByInstance, int jsonVersion) {
  public static final DumpConfig STANDARD = new DumpConfig(Optional.empty(), false, 1);
}
