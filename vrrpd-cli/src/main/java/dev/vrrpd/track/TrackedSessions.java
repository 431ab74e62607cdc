package dev.vrrpd.track;

import dev.vrrpd.core.bfd.BfdOutput;
import dev.vrrpd.core.bfd.BfdSession;
import dev.vrrpd.core.bfd.BfdSpeaker;
import dev.vrrpd.core.bfd.SessionEffect;
import dev.vrrpd.core.bfd.SessionState;
import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BFD sessions at work: a {@link BfdSpeaker} with its sockets and its own timer. Everything that
 * waits in the sockets is heard before a timer that ran out meanwhile. Confined to the loop.
 */
final class TrackedSessions {
  private static final Logger log = LoggerFactory.getLogger("bfd");

  private final BfdSpeaker speaker;
  private final BfdPorts ports;
  private final LoopTimer timer;
  private final Consumer<Input> inputs;
  private boolean running;

  TrackedSessions(EventLoop loop, Consumer<Input> inputs) {
    SplittableRandom random = new SplittableRandom();
    this.speaker = new BfdSpeaker(random);
    this.inputs = inputs;
    this.ports =
        new BfdPorts(
            loop,
            random,
            (datagram, multihop) -> perform(speaker.heard(datagram, multihop, now())));
    this.timer = loop.timer(this::due);
  }

  private static Moment now() {
    return new Moment(System.nanoTime());
  }

  void use(List<BfdConfig> configs) {
    perform(speaker.configure(configs, running, now()));
    ports.use(configs);
    running = true;
    arm();
  }

  private void due() {
    ports.drain();
    perform(speaker.tick(now()));
  }

  private void arm() {
    timer.arm(speaker.nextDeadline().nanos());
  }

  private void perform(List<BfdOutput> outputs) {
    for (BfdOutput output : outputs) {
      switch (output) {
        case BfdOutput.Transmit(String session, var packet) -> ports.send(session, packet);
        case BfdOutput.Tell(String session, SessionEffect.Entered entered) ->
            tell(session, entered);
        case BfdOutput.Verdict(String session, boolean up) ->
            inputs.accept(new Input.SessionTold(session, up));
      }
    }
    arm();
  }

  private static void tell(String session, SessionEffect.Entered entered) {
    switch (entered.to()) {
      case UP -> log.info("({}) Entering {} state", session, SessionState.UP);
      case DOWN, ADMIN_DOWN ->
          log.info(
              "({}) Entering {} state (Local diagnostic - {}, Remote diagnostic - {})",
              session,
              entered.to(),
              entered.local(),
              entered.remote());
      case INIT -> log.debug("({}) Entering {} state", session, SessionState.INIT);
    }
  }

  /** Every session as it is, for dumps. */
  List<BfdSession> sessions() {
    return speaker.sessions();
  }

  void close() {
    perform(speaker.stop());
    timer.close();
    ports.close();
  }
}
