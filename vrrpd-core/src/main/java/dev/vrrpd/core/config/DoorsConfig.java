package dev.vrrpd.core.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the world around the daemon meets it: its process, its dumps, its reloads, whom it tells of
 * what. Nothing here concerns the protocol.
 *
 * @param fifos {@code notify_fifo}, {@code vrrp_notify_fifo}; no path twice
 * @param tellsPriority instances with {@code notify_priority_changes}
 * @param agents D-Bus and SNMP
 * @param webhook {@code notify_webhook}
 * @param status {@code status_socket}
 */
public record DoorsConfig(
    ProcessConfig process,
    DumpConfig dumps,
    ReloadConfig reload,
    List<FifoConfig> fifos,
    Set<String> tellsPriority,
    AgentsConfig agents,
    MailConfig mail,
    Optional<String> webhook,
    StatusConfig status) {
  /** Nothing configured. */
  public static final DoorsConfig STANDARD =
      new DoorsConfig(
          ProcessConfig.STANDARD,
          DumpConfig.STANDARD,
          ReloadConfig.STANDARD,
          List.of(),
          Set.of(),
          AgentsConfig.NONE,
          MailConfig.NONE,
          Optional.empty(),
          StatusConfig.STANDARD);

  public DoorsConfig {
    fifos = List.copyOf(fifos);
    tellsPriority = Set.copyOf(tellsPriority);
  }

  /** All that may be run. */
  public Stream<Command> commands() {
    return Stream.concat(
        process.commands(), fifos.stream().flatMap(fifo -> fifo.reader().stream()));
  }
}
