package dev.vrrpd.script;

import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.value.FilterStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Configurations for tests. */
final class Configs {
  static final GlobalConfig GLOBAL = global(Optional.empty(), false);

  private Configs() {}

  static GlobalConfig global(Optional<String> scriptUser, boolean security) {
    return new GlobalConfig(
        Optional.empty(),
        scriptUser,
        Optional.empty(),
        security,
        Duration.ZERO,
        OptionalInt.empty(),
        false,
        false,
        false);
  }

  static GlobalConfig withGroups() {
    return new GlobalConfig(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        Duration.ZERO,
        OptionalInt.empty(),
        false,
        false,
        false,
        DoorsConfig.STANDARD,
        Optional.empty(),
        FilterStyle.STANDARD);
  }
}
