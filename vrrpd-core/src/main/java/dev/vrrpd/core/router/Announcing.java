package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;
import java.util.Optional;

/**
 * What an Active router tells its neighbours of its addresses, and when; RFC 9568 section 6.4.2 and
 * all that keepalived adds. Whoever is not Active must not ask it to.
 */
final class Announcing {
  private final Surroundings around;
  private final AnnouncementSchedule schedule;
  private InstanceConfig config;

  Announcing(InstanceConfig config, Surroundings around) {
    this.config = config;
    this.around = around;
    this.schedule = new AnnouncementSchedule(config.announcements());
  }

  Moment deadline() {
    return schedule.deadline();
  }

  /** What is due by now, if anything. */
  void tick(Moment now) {
    announce(schedule.due(now), now);
    Optional<Boolean> elsewhere = schedule.elsewhereDue(now);
    if (elsewhere.isPresent()) {
      announce(config.elsewhere(elsewhere.get()), 1, now);
    }
  }

  void becameActive(Moment now) {
    announce(schedule.becameActive(now), now);
  }

  /** Nothing that was promised or waits is announced any more. */
  void stop() {
    schedule.stop();
    around.pacer().retain(config, false);
  }

  void rivalHeard(Moment now) {
    announce(schedule.rivalHeard(now), now);
  }

  /** The neighbours may believe something else by now. */
  void doubted(Moment now) {
    announce(schedule.doubted(now), now);
  }

  /** Somebody else told the neighbours that {@code address} is its own. */
  void claimed(InterfaceName link, IpAddress address, MacAddress claimant, Moment now) {
    boolean here =
        config.placedAddresses().stream()
            .anyMatch(own -> own.address().equals(address) && config.base(own).equals(link));
    if (here && config.announcements().rivalRepeat() > 0) {
      int rounds = schedule.doubted(now);
      if (rounds > 0) {
        around.outbox().tell(new Note.AddressClaimed(config.name(), link, address, claimant));
      }
      announce(rounds, now);
    }
  }

  /** A rival is there whom they may believe. */
  void contested(Moment now) {
    if (config.announcements().rivalRepeat() > 0) {
      announce(schedule.doubted(now), now);
    }
  }

  /** One round, because an operator wants it. */
  void once(Moment now) {
    announce(1, now);
  }

  /** A block for addresses that came back. */
  void returned(List<VirtualAddress> addresses, Moment now) {
    announce(addresses, schedule.repeat(), now);
  }

  /** A block for all, because there are others among them. */
  void changed(Moment now) {
    announce(schedule.repeat(), now);
  }

  void use(InstanceConfig fresh, boolean active, Moment now) {
    config = fresh;
    schedule.reconfigured(fresh.announcements(), active, now);
    around.pacer().retain(fresh, active);
  }

  private void announce(int rounds, Moment now) {
    announce(config.placedAddresses(), rounds, now);
  }

  private void announce(List<VirtualAddress> addresses, int rounds, Moment now) {
    if (rounds > 0 && !addresses.isEmpty()) {
      around.outbox().tell(new Note.Announced(config.name(), config.home(), addresses, rounds));
      around.pacer().announce(config, addresses, rounds, now);
    }
  }
}
