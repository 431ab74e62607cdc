package dev.vrrpd.command;

import dev.vrrpd.daemon.Configurations;
import dev.vrrpd.daemon.DaemonOptions;
import java.util.Optional;

final class ConfigurationFile implements Configurations {
  ConfigurationFile(DaemonOptions options) {}

  int test(Optional<String> output) {
    return 0;
  }

  @Override
  public Load load() {
    return new Load.Unusable(2);
  }
}
