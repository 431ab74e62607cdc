package dev.vrrpd.daemon;

import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.surface.Narrator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Writes what the router tells. What a stranger can cause with every packet is written once for
 * each kind and source, until the instance changes its state; the counters go on counting. Words
 * are made on the log's thread. Confined to the loop.
 */
final class Journal {
  /** A stranger may send from as many addresses as there are. */
  private static final int MOST_COMPLAINTS = 1024;

  /** What has been complained about. */
  private record Complaint(
      String instance, Class<?> kind, Optional<DiscardReason> reason, IpAddress source) {}

  private final Logger log;
  private final Set<Complaint> complaints = new HashSet<>();

  Journal(Logger log) {
    this.log = log;
  }

  /** A note that becomes words when it is printed. */
  private record Words(Note note) {
    @Override
    public String toString() {
      return String.join("\n", Narrator.lines(note));
    }
  }

  void tell(Note note) {
    Level level = Narrator.level(note);
    if (note instanceof Note.RoleEntered(String instance, var _, Role to, var _, var _)
        && (to == Role.ACTIVE || to == Role.BACKUP)) {
      complaints.removeIf(complaint -> complaint.instance().equals(instance));
    }
    if (log.isEnabledForLevel(level) && news(note)) {
      log.atLevel(level).log("{}", new Words(note));
    }
  }

  private boolean news(Note note) {
    return switch (note) {
      case Note.Discarded n -> first(n.instance(), note, Optional.of(n.reason()), n.source());
      case Note.AddressListDiffers n -> first(n.instance(), note, Optional.empty(), n.source());
      case Note.UnknownVrid n ->
          first(n.link() + " " + n.vrid(), note, Optional.empty(), n.source());
      case Note.TwoOwners n -> first(n.instance(), note, Optional.empty(), n.source());
      case Note.IntervalZeroHeard n -> first(n.instance(), note, Optional.empty(), n.source());
      default -> true;
    };
  }

  private boolean first(
      String instance, Note note, Optional<DiscardReason> reason, IpAddress source) {
    return complaints.size() < MOST_COMPLAINTS
        && complaints.add(new Complaint(instance, note.getClass(), reason, source));
  }
}
