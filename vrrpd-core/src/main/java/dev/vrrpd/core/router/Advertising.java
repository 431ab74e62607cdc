package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.protocol.Event;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Datagram;
import java.util.Optional;

/**
 * The advertisements of one virtual router: what it says of itself, and which of those it hears
 * mean something. What that is, the state machine decides.
 */
final class Advertising {
  private final Counters counters;
  private final WallClock clock;
  private final Reporter reporter;
  private final Sequences sequences;
  private final Neighbours neighbours = new Neighbours();
  private InstanceConfig config;
  private Hearing hearing;

  Advertising(InstanceConfig config, Counters counters, WallClock clock, Reporter reporter) {
    this.config = config;
    this.counters = counters;
    this.clock = clock;
    this.reporter = reporter;
    this.sequences = Sequences.of(config);
    this.hearing = new Hearing(config, counters, reporter, sequences, neighbours);
  }

  /** Other parameters; of those it has heard it knows what it knew. */
  void use(InstanceConfig fresh) {
    config = fresh;
    sequences.use(fresh);
    hearing = new Hearing(fresh, counters, reporter, sequences, neighbours);
  }

  Neighbours neighbours() {
    return neighbours;
  }

  void say(Priority priority, Moment now) {
    reporter.transmit(
        new Advertisement(
            config.parameters().version(),
            config.parameters().vrid(),
            priority,
            config.parameters().advertisementInterval(),
            config.parameters().addresses()),
        sequences.next(clock, now));
  }

  /** What passes section 7.1 becomes an event. */
  Optional<Event> hear(Datagram datagram, State state, Optional<IpAddress> own, Moment now) {
    return hearing.receive(datagram, clock.at(now), state, own, now);
  }
}
