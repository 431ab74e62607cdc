package dev.vrrpd.core.bfd;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Multiple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One session in asynchronous mode as a value: its state, its timers, and what follows from a
 * packet, a moment, or another configuration. RFC 5880 sections 6.2 and 6.8. Takes what is random
 * about it (the jitter of section 6.8.7) as an argument.
 *
 * @param discriminator bfd.LocalDiscr, not 0
 * @param polling a Poll Sequence is under way
 * @param txInUse the interval the peer has been promised and has agreed to; section 6.8.3
 * @param rxInUse the same for what is received
 * @param lastSent when the last periodic packet left
 * @param nextTx when the next one is due; {@link Moment#NEVER} if none is
 * @param detection when the peer counts as gone
 */
public record BfdSession(
    BfdConfig config,
    int discriminator,
    SessionState state,
    SessionDiagnostic diagnostic,
    Remote remote,
    boolean polling,
    Duration txInUse,
    Duration rxInUse,
    Moment lastSent,
    Moment nextTx,
    Moment detection) {

  /** A session after an event, and what shall be done. */
  public record Step(BfdSession next, List<SessionEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }

    private static Step quiet(BfdSession session) {
      return new Step(session, List.of());
    }
  }

  /** Down, and about to send its first packet unless it is passive. */
  public static BfdSession start(BfdConfig config, int discriminator, Moment now) {
    return new BfdSession(
        config,
        discriminator,
        SessionState.DOWN,
        SessionDiagnostic.NONE,
        Remote.UNKNOWN,
        false,
        config.idleTx(),
        config.minRx(),
        now,
        config.passive() ? Moment.NEVER : now,
        Moment.NEVER);
  }

  public Moment deadline() {
    return Moment.earliest(nextTx, detection);
  }

  /** bfd.DesiredMinTxInterval: at least a second while not Up. Section 6.8.3. */
  private Duration desiredMinTx() {
    return state == SessionState.UP ? config.minTx() : config.idleTx();
  }

  private ControlPacket packet() {
    return new ControlPacket(
        diagnostic,
        state,
        polling,
        false,
        false,
        false,
        config.multiplier(),
        discriminator,
        remote.discriminator(),
        desiredMinTx(),
        config.minRx());
  }

  /** Section 6.8.7: what both sides can bear. */
  private Duration txInterval() {
    return longer(txInUse, remote.minRx());
  }

  /** Section 6.8.4: the peer's multiplier times what both sides have agreed on. */
  public Duration detectionTime() {
    return Multiple.of(longer(rxInUse, remote.minTx()), remote.multiplier());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** Section 6.8.7: when no periodic packets may be sent. */
  private boolean silent() {
    return (config.passive() && remote.discriminator() == 0)
        || remote.minRx().isZero()
        || (remote.demand()
            && state == SessionState.UP
            && remote.state() == SessionState.UP
            && !polling);
  }

  /** A packet selected for this session has come. Section 6.8.6. */
  public Step received(ControlPacket heard, Moment now, RandomGenerator random) {
    if (state == SessionState.ADMIN_DOWN) {
      return Step.quiet(this);
    }
    Remote peer = Remote.of(heard);
    boolean agreed = polling && heard.answer();
    BfdSession informed =
        new BfdSession(
            config,
            discriminator,
            state,
            diagnostic,
            peer,
            polling && !agreed,
            agreed ? desiredMinTx() : txInUse,
            agreed ? config.minRx() : rxInUse,
            lastSent,
            nextTx,
            detection);
    List<SessionEffect> effects = new ArrayList<>();
    BfdSession moved = informed.follow(heard.state(), effects);
    if (heard.poll()) {
      effects.add(new SessionEffect.Send(moved.packet().asAnswer()));
    }
    boolean changed = moved.state != state;
    if (changed && !moved.silent()) {
      effects.add(new SessionEffect.Send(moved.packet()));
    }
    BfdSession timed = moved.detectingFrom(now);
    return new Step(changed ? timed.sentAt(now, random) : timed.hasten(now, random), effects);
  }

  /** The state machine of section 6.2 as section 6.8.6 spells it out. */
  private BfdSession follow(SessionState theirs, List<SessionEffect> effects) {
    return switch (state) {
      case ADMIN_DOWN -> this;
      case DOWN ->
          switch (theirs) {
            case DOWN -> enter(SessionState.INIT, diagnostic, effects);
            case INIT -> enter(SessionState.UP, SessionDiagnostic.NONE, effects);
            case UP, ADMIN_DOWN -> this;
          };
      case INIT ->
          switch (theirs) {
            case INIT, UP -> enter(SessionState.UP, SessionDiagnostic.NONE, effects);
            case ADMIN_DOWN ->
                enter(SessionState.DOWN, SessionDiagnostic.NEIGHBOR_SIGNALED_DOWN, effects);
            case DOWN -> this;
          };
      case UP ->
          switch (theirs) {
            case DOWN, ADMIN_DOWN ->
                enter(SessionState.DOWN, SessionDiagnostic.NEIGHBOR_SIGNALED_DOWN, effects);
            case INIT, UP -> this;
          };
    };
  }

  /** Up brings the fast interval, everything else the idle one; the peer is asked to agree. */
  private BfdSession enter(SessionState to, SessionDiagnostic why, List<SessionEffect> effects) {
    effects.add(new SessionEffect.Entered(state, to, why, remote.diagnostic()));
    boolean up = to == SessionState.UP;
    return new BfdSession(
        config,
        discriminator,
        to,
        why,
        remote,
        up,
        up ? shorter(txInUse, config.minTx()) : config.idleTx(),
        rxInUse,
        lastSent,
        nextTx,
        detection);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private BfdSession detectingFrom(Moment now) {
    return with(remote, nextTx, now.plus(detectionTime()));
  }

  private BfdSession sentAt(Moment now, RandomGenerator random) {
    Moment next = silent() ? Moment.NEVER : now.plus(jittered(random));
    return new BfdSession(
        config,
        discriminator,
        state,
        diagnostic,
        remote,
        polling,
        txInUse,
        rxInUse,
        now,
        next,
        detection);
  }

  /** The peer may bear more, or less, than when the next packet was planned. */
  private BfdSession hasten(Moment now, RandomGenerator random) {
    if (silent()) {
      return with(remote, Moment.NEVER, detection);
    }
    if (!lastSent.plus(txInterval()).isBefore(nextTx)) {
      return this;
    }
    Moment planned = lastSent.plus(jittered(random));
    return with(remote, planned.isBefore(now) ? now : planned, detection);
  }

  private BfdSession with(Remote peer, Moment tx, Moment gone) {
    return new BfdSession(
        config,
        discriminator,
        state,
        diagnostic,
        peer,
        polling,
        txInUse,
        rxInUse,
        lastSent,
        tx,
        gone);
  }

  /** Section 6.8.7: 75 to 100 percent of the interval, 75 to 90 with a multiplier of 1. */
  private Duration jittered(RandomGenerator random) {
    long interval = txInterval().toNanos();
    double most = config.multiplier() == 1 ? 0.9 : 1;
    return Duration.ofNanos((long) (interval * random.nextDouble(0.75, most)));
  }

  /** Time has come: to send, or to give the peer up. */
  public Step tick(Moment now, RandomGenerator random) {
    List<SessionEffect> effects = new ArrayList<>();
    BfdSession session = now.isBefore(detection) ? this : expired(effects);
    boolean changed = session.state != state;
    if ((changed || !now.isBefore(session.nextTx)) && !session.silent()) {
      effects.add(new SessionEffect.Send(session.packet()));
      session = session.sentAt(now, random);
    } else if (session.silent()) {
      session = session.with(session.remote, Moment.NEVER, session.detection);
    }
    return new Step(session, effects);
  }

  /** Sections 6.8.1 and 6.8.4. */
  private BfdSession expired(List<SessionEffect> effects) {
    boolean loses = state == SessionState.INIT || state == SessionState.UP;
    BfdSession down =
        loses ? enter(SessionState.DOWN, SessionDiagnostic.TIME_EXPIRED, effects) : this;
    return down.with(remote.forgotten(), down.nextTx, Moment.NEVER);
  }

  /**
   * The same session with other times. What becomes slower counts only when the peer has answered a
   * poll. Section 6.8.3.
   */
  public BfdSession reconfigured(BfdConfig fresh, Moment now) {
    boolean asks =
        state == SessionState.UP
            && !(fresh.minTx().equals(config.minTx()) && fresh.minRx().equals(config.minRx()));
    boolean up = state == SessionState.UP;
    return new BfdSession(
        fresh,
        discriminator,
        state,
        diagnostic,
        remote,
        polling || asks,
        up ? shorter(txInUse, fresh.minTx()) : fresh.idleTx(),
        up ? longer(rxInUse, fresh.minRx()) : fresh.minRx(),
        lastSent,
        asks ? now : nextTx,
        detection);
  }

  /** The last word: the session ends here by will, not by fault. Section 6.8.16. */
  public ControlPacket farewell() {
    return new ControlPacket(
        SessionDiagnostic.ADMINISTRATIVELY_DOWN,
        SessionState.ADMIN_DOWN,
        false,
        false,
        false,
        false,
        config.multiplier(),
        discriminator,
        remote.discriminator(),
        config.idleTx(),
        config.minRx());
  }
}
