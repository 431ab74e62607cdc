package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.surface.dump.Portraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the loop approaches a takeover and other deadlines; time passes only where a test says so.
 */
class DaemonLoopTest {
  private static final DaemonConfig CONFIG =
      Portraits.config(
          """
          vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 51
            version 3
            priority 100
            advert_int 1
            takeover_probe off
            rival_probe off
            virtual_ipaddress {
              10.9.0.100/24
            }
          }
          """);
  private static final InterfaceName ETH0 = new InterfaceName("eth0");

  /** Active_Down_Interval of priority 100 at 1 s: 3 s and 156/256 s, RFC 9568 section 6.1. */
  private static final Moment TAKEOVER = Moment.ZERO.plus(Duration.ofNanos(3_609_375_000L));

  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final VrrpRouter router = new VrrpRouter();
  private final List<Output> outputs = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final List<Duration> lateness = new ArrayList<>();
  private final Alarm timer = new Alarm();
  private Moment now = Moment.ZERO;
  private Runnable arrivals = () -> {};
  private Duration exercise = MILLISECOND;
  private DaemonLoop loop;

  @BeforeEach
  void backup() {
    loop =
        new DaemonLoop(
            router,
            (output, _) -> outputs.add(output),
            () -> now,
            timer::ringing,
            this::drain,
            lateness::add);
    loop.stretch(() -> {
      steps.add("exercise");
      now = now.plus(exercise);
    });
    loop.turn(new Input.KernelTold(new KernelEvent.Resynchronized(scenery())));
    loop.turn(new Input.Reconfigure(CONFIG));
    outputs.clear();
  }

  @Test
  void aTakeoverIsExercisedThenWatchedForAndNotAMomentEarly() {
    assertThat(timer.deadline).isEqualTo(before(TAKEOVER, Duration.ofMillis(2)));

    rings();
    assertThat(steps).containsExactly("exercise");
    assertThat(timer.deadline).isEqualTo(before(TAKEOVER, Duration.ofNanos(200_000)));
    assertThat(outputs).isEmpty();

    rings();
    assertThat(firstTransmitted()).isEqualTo(new Priority(100));
    assertThat(steps).filteredOn("drain"::equals).hasSizeGreaterThan(1);
    assertThat(lateness)
        .singleElement()
        .satisfies(late -> assertThat(late).isLessThan(MILLISECOND));
    assertThat(now).isGreaterThanOrEqualTo(TAKEOVER);
  }

  @Test
  void whatIsHeardDuringTheWatchPutsTheTakeoverOff() {
    rings();
    arrivals = () -> hear(200);

    rings();

    assertThat(outputs).noneMatch(Output.Transmit.class::isInstance);
    assertThat(lateness).isEmpty();
    assertThat(timer.deadline).isGreaterThan(TAKEOVER.plus(Duration.ofSeconds(3)));
  }

  @Test
  void whatIsHeardBeforeTheExercisePutsItOffToo() {
    now = Moment.ZERO.plus(Duration.ofSeconds(1));
    hear(200);

    assertThat(timer.deadline)
        .isEqualTo(before(TAKEOVER.plus(Duration.ofSeconds(1)), Duration.ofMillis(2)));
  }

  @Test
  void anAdvertisementCountsFromItsArrivalNotFromTheWakingForIt() {
    now = Moment.ZERO.plus(Duration.ofSeconds(1));

    hear(200, Duration.ofNanos(150_000));

    assertThat(router.nextDeadline())
        .isEqualTo(before(TAKEOVER.plus(Duration.ofSeconds(1)), Duration.ofNanos(150_000)));
  }

  @Test
  void whatWaitedForAStallCountsFromNow() {
    now = Moment.ZERO.plus(Duration.ofSeconds(1));

    hear(200, Duration.ofMillis(600));

    assertThat(router.nextDeadline()).isEqualTo(TAKEOVER.plus(Duration.ofSeconds(1)));
  }

  @Test
  void theRoutersTimeNeverGoesBack() {
    now = Moment.ZERO.plus(Duration.ofSeconds(1));
    hear(200);
    Moment deadline = router.nextDeadline();

    hear(200, Duration.ofNanos(150_000));

    assertThat(router.nextDeadline()).isEqualTo(deadline);
  }

  @Test
  void afterAStallNothingIsExercisedAndWhatWaitedIsHeardFirst() {
    arrivals = () -> hear(200);
    now = TAKEOVER.plus(Duration.ofSeconds(5));

    timer.ring();
    timer.ring();

    assertThat(steps).doesNotContain("exercise");
    assertThat(outputs).noneMatch(Output.Transmit.class::isInstance);
  }

  @Test
  void anExerciseThatLastsTooLongCostsNoMoreThanThat() {
    exercise = Duration.ofMillis(7);

    rings();
    rings();

    assertThat(firstTransmitted()).isEqualTo(new Priority(100));
    assertThat(lateness).singleElement().satisfies(late -> assertThat(late).isLessThan(exercise));
  }

  @Test
  void anActiveRouterSleepsUntilItsNextAdvertisement() {
    rings();
    rings();
    steps.clear();
    Moment advertisement = router.nextDeadline();
    assertThat(timer.deadline).isEqualTo(advertisement);

    rings();

    assertThat(steps).containsExactly("drain");
    assertThat(router.nextDeadline()).isGreaterThan(advertisement);
  }

  private static Moment before(Moment moment, Duration length) {
    return moment.plus(length.negated());
  }

  /** Time passes to the timer's deadline. */
  private void rings() {
    if (now.isBefore(timer.deadline)) {
      now = timer.deadline;
    }
    timer.ring();
  }

  private void drain() {
    steps.add("drain");
    now = now.plus(Duration.ofNanos(10_000));
    Runnable arrived = arrivals;
    arrivals = () -> {};
    arrived.run();
  }

  private void hear(int priority) {
    hear(priority, Duration.ZERO);
  }

  private void hear(int priority, Duration waited) {
    VirtualRouterParameters ours = CONFIG.instances().getFirst().parameters();
    Advertisement advertisement =
        new Advertisement(
            ours.version(),
            ours.vrid(),
            new Priority(priority),
            ours.advertisementInterval(),
            ours.addresses());
    Envelope envelope =
        new Envelope(IpAddress.of("10.9.0.2"), IpAddress.of("224.0.0.18"), 255, 1, 0);
    byte[] octets =
        Advertisements.encode(advertisement, ours.authentication(), ours.checksumRule(), envelope);
    Datagram datagram = Datagram.of(ours.authentication(), envelope, octets);
    loop.turn(new Input.Heard(ETH0, false, datagram), waited);
  }

  private Priority firstTransmitted() {
    return outputs.stream()
        .filter(Output.Transmit.class::isInstance)
        .map(Output.Transmit.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing was sent: " + outputs))
        .advertisement()
        .priority();
  }

  private static KernelView scenery() {
    Link link =
        new Link(
            1,
            ETH0,
            true,
            true,
            true,
            false,
            Optional.of(new MacAddress(1)),
            1500,
            OptionalInt.empty(),
            "");
    return new KernelView(
        List.of(link), List.of(new InterfaceAddress(1, IpAddress.of("10.9.0.1"), 24, 0, 0x80, 0)));
  }

  /** Rings when a test says so. */
  private static final class Alarm implements LoopTimer {
    private Runnable onDue = () -> {};
    private Moment deadline = Moment.NEVER;

    LoopTimer ringing(Runnable due) {
      onDue = due;
      return this;
    }

    void ring() {
      onDue.run();
    }

    @Override
    public void arm(long nanos) {
      deadline = new Moment(nanos);
    }

    @Override
    public void disarm() {
      deadline = Moment.NEVER;
    }

    @Override
    public void close() {}
  }
}
