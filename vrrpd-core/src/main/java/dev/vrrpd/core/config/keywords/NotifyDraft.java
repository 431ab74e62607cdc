package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.NotifyConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The notify scripts of an instance or a group while they are read. */
final class NotifyDraft {
  /** When a script runs, with its keyword. */
  enum Occasion {
    MASTER("notify_master"),
    BACKUP("notify_backup"),
    FAULT("notify_fault"),
    STOP("notify_stop"),
    DELETED("notify_deleted"),
    RX_LOWER_PRIORITY("notify_master_rx_lower_pri"),
    ANY("notify");

    final String keyword;

    Occasion(String keyword) {
      this.keyword = keyword;
    }
  }

  private final Map<Occasion, Placed<Command>> commands = new EnumMap<>(Occasion.class);

  private Optional<Boolean> tellsPriority = Optional.empty();
  private Optional<Boolean> mails = Optional.empty();
  private Optional<Boolean> coalesces = Optional.empty();
  private boolean tellsDeletion;

  void set(Occasion occasion, Placed<Command> command) {
    commands.put(occasion, command);
  }

  Map<Occasion, Placed<Command>> commands() {
    return Map.copyOf(commands);
  }

  /** {@code notify_priority_changes}; unset, the global one counts. */
  void tellsPriority(boolean on) {
    tellsPriority = Optional.of(on);
  }

  boolean tellsPriorityOr(boolean standard) {
    return tellsPriority.orElse(standard);
  }

  /** {@code smtp_alert}; unset, the global one counts. */
  void mails(boolean on) {
    mails = Optional.of(on);
  }

  boolean mailsOr(boolean standard) {
    return mails.orElse(standard);
  }

  /** {@code notify_coalesce}; unset, the global one counts. */
  void coalesces(boolean on) {
    coalesces = Optional.of(on);
  }

  /** {@code notify_deleted}, whatever stands behind it. */
  void tellsDeletion() {
    tellsDeletion = true;
  }

  /** Drops a script that cannot be run. */
  void drop(Occasion occasion) {
    commands.remove(occasion);
  }

  NotifyConfig complete(DoorsDraft standard) {
    return new NotifyConfig(
        command(Occasion.MASTER),
        command(Occasion.BACKUP),
        command(Occasion.FAULT),
        command(Occasion.STOP),
        command(Occasion.DELETED),
        command(Occasion.RX_LOWER_PRIORITY),
        command(Occasion.ANY),
        tellsDeletion,
        coalesces.orElse(standard.coalesces));
  }

  private Optional<Command> command(Occasion occasion) {
    return Optional.ofNullable(commands.get(occasion)).map(Placed::value);
  }
}
