package dev.vrrpd.command;

import dev.vrrpd.daemon.Configurations;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import dev.vrrpd.daemon.Leftovers;
import dev.vrrpd.daemon.LoadedConfig;
import dev.vrrpd.daemon.ProcessState;
import dev.vrrpd.logging.LogQueue;
import dev.vrrpd.logging.Logging;
import dev.vrrpd.logging.StreamSink;
import dev.vrrpd.netlink.libc.LibcException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code vrrpd cleanup}, with the options of the daemon that is no more: takes away the addresses
 * that it left, in the network namespace that it ran in. For ExecStopPost of systemd.service(5).
 * Never to be called beside a running daemon.
 */
final class Cleanup {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private Cleanup() {}

  /** The exit status. */
  static int run(DaemonOptions options) {
    LogQueue queue = Logging.start(0, List.of(StreamSink.console()));
    try {
      options.namespace().ifPresent(ProcessState::enter);
      return switch (new ConfigurationFile(options).start()) {
        case Configurations.Load.Usable(LoadedConfig loaded) -> {
          Leftovers.remove(loaded.config());
          yield ExitStatus.OK;
        }
        case Configurations.Load.Unusable(int status) -> status;
      };
    } catch (LibcException e) {
      log.error("net_namespace: {}", e.getMessage());
      return ExitStatus.FAILURE;
    } finally {
      queue.close();
    }
  }
}
