package dev.vrrpd.command;

import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.HostMachine;
import dev.vrrpd.surface.HostName;
import java.nio.file.Path;
import java.util.Map;

/** Loads files for the commands, judged for this machine or for any. */
final class HostFiles {
  private final Map<String, String> environment = System.getenv();
  private final String configurationId;
  private final Machine machine;

  /**
   * @param configurationId {@code -i}; empty: the host name up to its first dot
   * @param here whether interfaces, users and scripts have to be those of this machine
   */
  HostFiles(String configurationId, boolean here) {
    this.configurationId = configurationId.isEmpty() ? HostName.shortened() : configurationId;
    this.machine = here ? new HostMachine(new HostAccounts(), environment) : Machine.ELSEWHERE;
  }

  Loaded load(String file) {
    return Configuration.load(
        new FileSources(Path.of("")),
        file,
        new LoadOptions(
            configurationId, environment, System.nanoTime(), false, machine, Room.ofThisProcess()));
  }
}
