package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import java.util.Optional;
import java.util.Set;

/** What a virtual router is, and until when. RFC 9568 section 6.4. */
public sealed interface State {

  /** When to hand in the next {@link Event.Tick}. */
  Moment deadline();

  /** Takes no part. With a fault this is what keepalived calls FAULT. Section 6.4.1. */
  record Initialize(Set<Fault> faults) implements State {
    public static final Initialize HEALTHY = new Initialize(Set.of());

    public Initialize {
      faults = Set.copyOf(faults);
    }

    @Override
    public Moment deadline() {
      return Moment.NEVER;
    }
  }

  /**
   * Watches the Active router. Section 6.4.2.
   *
   * @param activeAdverInterval Active_Adver_Interval: learned in version 3, our own in version 2
   * @param activeDown Active_Down_Timer; {@link Moment#NEVER} once it has fired in a member of a
   *     sync group that waits for the others
   * @param preemptFrom until then losing advertisements count as signs of life; {@link
   *     Moment#NEVER} while none was heard; {@code preempt_delay}
   */
  record Backup(
      Centiseconds activeAdverInterval,
      Moment activeDown,
      Moment preemptFrom,
      Optional<ActiveRouter> heard)
      implements State {
    @Override
    public Moment deadline() {
      return activeDown;
    }

    /** The timer has fired, and only the sync group keeps it from being Active. */
    public boolean expired() {
      return activeDown.equals(Moment.NEVER);
    }

    Backup withActiveDown(Moment moment) {
      return new Backup(activeAdverInterval, moment, preemptFrom, heard);
    }
  }

  /**
   * Forwards for the virtual addresses. Section 6.4.3.
   *
   * @param adver Adver_Timer
   */
  record Active(Moment adver) implements State {
    @Override
    public Moment deadline() {
      return adver;
    }
  }
}
