package dev.vrrpd.dbus;

import dev.vrrpd.core.router.Output.Notice;
import java.util.Optional;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;

/** The property {@code State} of an instance: keepalived's number and word for it. */
public final class BusState extends Struct {
  static final BusState INIT = new BusState(new UInt32(0), "Init");

  @Position(0)
  public final UInt32 number;

  @Position(1)
  public final String word;

  public BusState(UInt32 number, String word) {
    this.number = number;
    this.word = word;
  }

  /** Empty for what is told without a change of state. */
  static Optional<BusState> of(Notice notice) {
    return switch (notice) {
      case BACKUP -> state(1, "Backup");
      case ACTIVE -> state(2, "Master");
      case FAULT -> state(3, "Fault");
      case STOPPED -> state(98, "Stop");
      case DELETED, REMOVED -> state(97, "Deleted");
      case RIVAL_HEARD -> Optional.empty();
    };
  }

  private static Optional<BusState> state(int number, String word) {
    return Optional.of(new BusState(new UInt32(number), word));
  }
}
