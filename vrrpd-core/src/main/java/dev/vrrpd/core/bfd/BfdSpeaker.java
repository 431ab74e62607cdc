package dev.vrrpd.core.bfd;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * All BFD sessions of a device: selects the session a packet is for, wakes sessions, and says
 * whether each is up. Never performs anything itself, never reads a clock. RFC 5880 section 6.8.6,
 * RFC 5881, RFC 5883.
 */
public final class BfdSpeaker {
  /** A session that came with a reload counts as nothing so long, unless it comes up before. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long discarded;

  /** A session, and what was last said of it. */
  private static final class Entry {
    private BfdSession session;

    /**
     * When it counts as down for want of anything better; {@link Moment#NEVER} once it has spoken.
     */
    private Moment verdict;

    Entry(BfdSession session, Moment verdict) {
      this.session = session;
      this.verdict = verdict;
    }

    Moment deadline() {
      return Moment.earliest(verdict, session.deadline());
    }
  }

  /** {@code random} for discriminators and jitter. */
  public BfdSpeaker(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Takes over another set of sessions. One by the same way to the same peer stays as it is, with
   * the times it has now.
   *
   * @param running nothing moves for those that are new
   */
  public List<BfdOutput> configure(Collection<BfdConfig> configs, boolean running, Moment now) {
    List<BfdOutput> outputs = new ArrayList<>();
    Map<String, Entry> before = new LinkedHashMap<>(entries);
    entries.clear();
    for (BfdConfig config : configs) {
      Entry known = before.get(config.name());
      if (known != null && known.session.config().samePath(config)) {
        before.remove(config.name());
        known.session = known.session.reconfigured(config, now);
        entries.put(config.name(), known);
      } else {
        entries.put(config.name(), fresh(config, running ? now.plus(GRACE) : now, now));
      }
    }
    before.values().forEach(gone -> farewell(gone, outputs));
    return outputs;
  }

  private Entry fresh(BfdConfig config, Moment verdict, Moment now) {
    return new Entry(BfdSession.start(config, discriminator(), now), verdict);
  }

  private int discriminator() {
    int candidate = random.nextInt();
    while (candidate == 0 || byDiscriminator(candidate).isPresent()) {
      candidate = random.nextInt();
    }
    return candidate;
  }

  private Optional<Entry> byDiscriminator(int discriminator) {
    return entries.values().stream()
        .filter(entry -> entry.session.discriminator() == discriminator)
        .findFirst();
  }

  private static void farewell(Entry entry, List<BfdOutput> outputs) {
    BfdSession session = entry.session;
    if (session.remote().discriminator() != 0) {
      outputs.add(new BfdOutput.Transmit(session.config().name(), session.farewell()));
    }
  }

  /** Says farewell to every peer. */
  public List<BfdOutput> stop() {
    List<BfdOutput> outputs = new ArrayList<>();
    entries.values().forEach(entry -> farewell(entry, outputs));
    entries.clear();
    return outputs;
  }

  /** A datagram of UDP port 3784, or 4784 for {@code multihop}. */
  public List<BfdOutput> heard(Datagram datagram, boolean multihop, Moment now) {
    Optional<Entry> addressee = Optional.empty();
    if (ControlPackets.parse(datagram.payload())
        instanceof ControlPackets.Reception.Accepted(ControlPacket packet)) {
      addressee =
          entries.values().stream()
              .filter(entry -> isFor(entry.session, packet, datagram, multihop))
              .findFirst();
      if (addressee.isPresent()) {
        BfdSession session = addressee.get().session;
        return accept(addressee.get(), session.received(packet, now, random));
      }
    }
    discarded++;
    return List.of();
  }

  /** RFC 5880 section 6.8.6, RFC 5881 sections 3 and 5: discriminator, peer, and hops. */
  private static boolean isFor(
      BfdSession session, ControlPacket packet, Datagram datagram, boolean multihop) {
    BfdConfig config = session.config();
    return (packet.yours() == 0 || packet.yours() == session.discriminator())
        && config.multihop() == multihop
        && config.neighbor().equals(datagram.source())
        && config.source().map(datagram.destination()::equals).orElse(true)
        && (config.maxHops().isEmpty()
            || datagram.ttl() >= config.ttl() - config.maxHops().getAsInt());
  }

  private List<BfdOutput> accept(Entry entry, BfdSession.Step step) {
    List<BfdOutput> outputs = new ArrayList<>();
    entry.session = step.next();
    String name = entry.session.config().name();
    for (SessionEffect effect : step.effects()) {
      switch (effect) {
        case SessionEffect.Send(ControlPacket packet) ->
            outputs.add(new BfdOutput.Transmit(name, packet));
        case SessionEffect.Entered entered -> {
          outputs.add(new BfdOutput.Tell(name, entered));
          boolean up = entered.to() == SessionState.UP;
          if (up || entered.from() == SessionState.UP) {
            entry.verdict = Moment.NEVER;
            outputs.add(new BfdOutput.Verdict(name, up));
          }
        }
      }
    }
    return outputs;
  }

  /** Time has come for some of them. */
  public List<BfdOutput> tick(Moment now) {
    List<BfdOutput> outputs = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (!now.isBefore(entry.session.deadline())) {
        outputs.addAll(accept(entry, entry.session.tick(now, random)));
      }
      if (!now.isBefore(entry.verdict)) {
        entry.verdict = Moment.NEVER;
        outputs.add(new BfdOutput.Verdict(entry.session.config().name(), false));
      }
    }
    return outputs;
  }

  /** When to call {@link #tick}; {@link Moment#NEVER} if nothing is awaited. */
  public Moment nextDeadline() {
    return entries.values().stream().map(Entry::deadline).reduce(Moment.NEVER, Moment::earliest);
  }

  /** Every session as it is at this moment. */
  public List<BfdSession> sessions() {
    return entries.values().stream().map(entry -> entry.session).toList();
  }

  /** Datagrams that were for nobody, or not BFD. */
  public long discarded() {
    return discarded;
  }
}
