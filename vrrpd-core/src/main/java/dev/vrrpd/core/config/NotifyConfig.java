package dev.vrrpd.core.config;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scripts of an instance or a group; each gets its configured words, {@code notify} four more.
 *
 * @param tellsDeletion {@code notify_deleted}, with a command or without; else a removal is told as
 *     a fault
 * @param coalesces a script that waits while the state is left already is not run; {@code
 *     notify_coalesce}
 */
public record NotifyConfig(
    Optional<Command> master,
    Optional<Command> backup,
    Optional<Command> fault,
    Optional<Command> stop,
    Optional<Command> deleted,
    Optional<Command> masterRxLowerPriority,
    Optional<Command> any,
    boolean tellsDeletion,
    boolean coalesces) {
  public static final NotifyConfig NONE =
      new NotifyConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false);

  /** All that may be run. */
  public Stream<Command> commands() {
    return Stream.of(master, backup, fault, stop, deleted, masterRxLowerPriority, any)
        .flatMap(Optional::stream);
  }
}
