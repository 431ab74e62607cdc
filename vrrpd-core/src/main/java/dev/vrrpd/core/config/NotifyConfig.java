package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * The scripts of an instance or a group; each gets its configured words, {@code notify} four more.
 */
public record NotifyConfig(
    Optional<Command> master,
    Optional<Command> backup,
    Optional<Command> fault,
    Optional<Command> stop,
    Optional<Command> deleted,
    Optional<Command> masterRxLowerPriority,
    Optional<Command> any) {
  public static final NotifyConfig NONE =
      new NotifyConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
