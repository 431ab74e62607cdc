package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InquiryConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.protocol.Standing;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import java.util.List;
import java.util.Map;

/**
 * Asks the neighbours who else answers for the addresses of a virtual router, as RFC 5227 section
 * 2.1.1 does before an address is used: two Active routers whose advertisements do not reach each
 * other would never know. What is found is told and shown; the state machine never hears of it.
 *
 * <p>One address on each link is asked for, the first: who has one of a virtual router's addresses
 * has all of them.
 */
final class Vigil {
  private final Surroundings around;
  private final RivalWatch rivals;
  private final TakeoverWatch takeover;
  private String instance;
  private Map<InterfaceName, IpAddress> addresses;

  Vigil(InstanceConfig config, Surroundings around) {
    InquiryConfig inquiries = config.announcements().inquiries();
    this.around = around;
    this.rivals = new RivalWatch(inquiries.period());
    this.takeover = new TakeoverWatch(inquiries.takeover());
    this.instance = config.name();
    this.addresses = config.firstAddresses();
  }

  void use(InstanceConfig fresh, boolean active, Moment now) {
    InquiryConfig inquiries = fresh.announcements().inquiries();
    instance = fresh.name();
    addresses = fresh.firstAddresses();
    rivals.use(inquiries.period(), active, now);
    takeover.use(inquiries.takeover());
  }

  Moment deadline() {
    return Moment.earliest(rivals.deadline(), takeover.deadline());
  }

  void tick(Moment now) {
    if (rivals.due(now)) {
      rivals
          .ask(now)
          .forEach(gone ->
              tell(new Note.RivalSilent(instance, gone.link(), gone.address(), gone.mac())));
      ask(now);
    }
    if (takeover.due(now)) {
      ask(now);
    }
  }

  private void ask(Moment now) {
    addresses.forEach((link, address) ->
        around
            .links()
            .asks(link, address.family())
            .ifPresent(source ->
                around
                    .inquirer()
                    .ask(new KernelRequest.Inquire(instance, link, address, source), now)));
  }

  /** After each event. */
  void moved(State before, State after, Standing standing, Moment now) {
    switch (after) {
      case State.Backup backup -> {
        leave(before);
        takeover.waits(standing, backup, now);
      }
      case State.Active _ -> {
        if (!(before instanceof State.Active)) {
          enter(now);
        }
      }
      case State.Initialize _ -> {
        leave(before);
        takeover.stop();
      }
    }
  }

  private void leave(State before) {
    if (before instanceof State.Active) {
      rivals.stop();
      around.inquirer().forget(instance);
    }
  }

  private void enter(Moment now) {
    rivals.becameActive(now);
    takeover
        .takenOver()
        .forEach(alive ->
            tell(new Note.TakenOverAlive(instance, alive.link(), alive.address(), alive.mac())));
  }

  /** It is heard whom a Backup is about to take the addresses from. */
  void explained() {
    takeover.explained();
  }

  /**
   * Somebody else answers for an address.
   *
   * @return whether it is a rival by now, and the neighbours should be told otherwise
   */
  boolean answered(Answerer answerer, State state, Moment now) {
    if (!answerer.address().equals(addresses.get(answerer.link()))) {
      return false;
    }
    if (state instanceof State.Backup) {
      takeover.answered(answerer);
    }
    if (!(state instanceof State.Active)) {
      return false;
    }
    if (rivals.answered(answerer, now)) {
      tell(new Note.RivalAnswers(instance, answerer.link(), answerer.address(), answerer.mac()));
    }
    return rivals.provokes(answerer, now);
  }

  List<RouterSnapshot.Rival> rivals() {
    return rivals.rivals();
  }

  private void tell(Note note) {
    around.outbox().tell(note);
  }
}
