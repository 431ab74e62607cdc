package dev.vrrpd.metrics;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Rival;
import dev.vrrpd.surface.FaultWords;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What vrrpd knows beyond the exporter, all under {@code vrrpd_}. */
final class OwnMetrics {
  private static final List<Counter> TRAILER_ERRORS =
      List.of(
          Counter.TRAILER_MISSING,
          Counter.TRAILER_MALFORMED,
          Counter.TRAILER_KEY_UNKNOWN,
          Counter.TRAILER_DIGEST_WRONG,
          Counter.TRAILER_STALE,
          Counter.TRAILER_REPLAYED);

  private OwnMetrics() {}

  static Stream<MetricSnapshot> of(Picture picture) {
    return Stream.of(
            perInstance(picture), TrackerMetrics.of(picture.router()), ofTheDaemon(picture))
        .flatMap(metrics -> metrics);
  }

  private static Stream<MetricSnapshot> perInstance(Picture picture) {
    return Stream.of(
        gauge(
            picture,
            "vrrpd_priority",
            "Priority in force, tracking included.",
            i -> i.effectivePriority().value()),
        gauge(
            picture,
            "vrrpd_base_priority",
            "Priority as configured.",
            i -> i.config().parameters().priority().value()),
        gauge(
            picture,
            "vrrpd_advertisement_interval_seconds",
            "Interval of the advertisements as configured.",
            i -> i.config().parameters().advertisementInterval().value() / 100.0),
        gauge(
            picture,
            "vrrpd_last_transition_timestamp_seconds",
            "When the state was entered.",
            i -> picture.wallClock(i.lastTransition()).toEpochMilli() / 1e3),
        gauge(
            picture,
            "vrrpd_addresses_installed",
            "The kernel has confirmed the virtual addresses.",
            i -> i.addressesInstalled() ? 1 : 0),
        gauge(
            picture,
            "vrrpd_addresses_refused",
            "Virtual addresses that the kernel refused to take.",
            i -> i.refusedAddresses().size()),
        Series.gauge(
            "vrrpd_active_router_priority",
            "Priority last heard from the Active router.",
            picture.router().instances().stream()
                .flatMap(i ->
                    i.activeRouter().stream()
                        .map(a ->
                            Series.of(
                                a.priority().value(),
                                with(i, "address", a.address().toString()))))),
        gauge(
            picture,
            "vrrpd_rival_suspected",
            "1 while another host, whose advertisements do not arrive here, answers for the addresses.",
            i -> i.rivals().isEmpty() ? 0 : 1),
        Series.gauge(
            "vrrpd_rival_last_answer_timestamp_seconds",
            "When it last did.",
            picture.router().instances().stream()
                .flatMap(i -> i.rivals().stream().map(rival -> lastAnswer(picture, i, rival)))),
        Series.gauge(
            "vrrpd_fault",
            "1 for each reason that keeps the instance out of the election.",
            picture.router().instances().stream()
                .flatMap(i ->
                    i.faults().stream()
                        .map(fault -> Series.of(1, with(i, "reason", FaultWords.of(fault)))))),
        counter(
            picture,
            "vrrpd_version_errors",
            "Packets of another VRRP version.",
            Counter.VERSION_ERRORS),
        counter(
            picture,
            "vrrpd_other_checksum_form",
            "Packets whose checksum covers another pseudo-header than ours; accepted.",
            Counter.OTHER_CHECKSUM_FORM),
        counter(
            picture,
            "vrrpd_ignored_as_owner",
            "Packets that owner_ignore_adverts leaves unheard.",
            Counter.IGNORED_AS_OWNER),
        counter(
            picture,
            "vrrpd_checksum_errors",
            "Packets with a wrong checksum.",
            Counter.CHECKSUM_ERRORS),
        Series.counter(
            "vrrpd_authentication_trailer_errors",
            "Packets that auth_hmac refuses, by reason.",
            TRAILER_ERRORS.stream()
                .flatMap(counter ->
                    picture.router().instances().stream()
                        .map(i ->
                            Series.of(
                                i.counters().getOrDefault(counter, 0L),
                                with(i, "reason", words(counter)))))),
        counter(
            picture,
            "vrrpd_unknown_source",
            "Packets from somebody who is not one of the unicast peers.",
            Counter.UNKNOWN_SOURCE));
  }

  private static Series lastAnswer(Picture picture, Instance i, Rival rival) {
    String[] labels = with(i, "address", rival.address().toString());
    return Series.of(
        picture.wallClock(rival.lastAnswer()).toEpochMilli() / 1e3,
        with(labels, "mac", rival.mac().toString()));
  }

  private static String words(Counter trailerError) {
    return trailerError.name().replaceFirst("TRAILER_", "").toLowerCase(Locale.ROOT);
  }

  private static Stream<MetricSnapshot> ofTheDaemon(Picture picture) {
    return Stream.of(
        Series.gauge(
            "vrrpd_sync_group_active",
            "1 while all members of the sync group are Active.",
            picture.router().groups().stream()
                .map(g -> Series.of(g.role() == Role.ACTIVE ? 1 : 0, "group", g.name()))),
        lateness(picture),
        deliveries(picture),
        Series.gauge(
            "vrrpd_config_last_reload_successful",
            "0 when the last reload found a configuration that cannot run.",
            Stream.of(Series.of(picture.reloads().refused() ? 0 : 1))),
        Series.gauge(
            "vrrpd_config_loaded_timestamp_seconds",
            "When the running configuration was taken up.",
            Stream.of(Series.of(picture.reloads().last().toEpochMilli() / 1e3))));
  }

  private static MetricSnapshot deliveries(Picture picture) {
    return Series.counter(
        "vrrpd_notifications",
        "What came of notifications, by the way they went.",
        Arrays.stream(Deliveries.Way.values())
            .flatMap(way ->
                Arrays.stream(Deliveries.Fate.values())
                    .map(fate ->
                        Series.of(
                            (double) picture.deliveries().of(way, fate),
                            "by",
                            word(way),
                            "result",
                            word(fate)))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static MetricSnapshot lateness(Picture picture) {
    Lateness.Counts counts = picture.lateness();
    return HistogramSnapshot.builder()
        .name("vrrpd_timer_lateness_seconds")
        .help("How late the timer of the advertisements fired.")
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(
                    ClassicHistogramBuckets.of(counts.bounds(), counts.counts()))
                .sum(counts.seconds())
                .build())
        .build();
  }

  private static MetricSnapshot gauge(
      Picture picture, String name, String help, ToDoubleFunction<Instance> value) {
    return Series.gauge(
        name,
        help,
        picture.router().instances().stream()
            .map(i -> Series.of(value.applyAsDouble(i), KeepalivedMetrics.labels(i))));
  }

  private static MetricSnapshot counter(
      Picture picture, String name, String help, Counter counter) {
    return Series.counter(
        name,
        help,
        picture.router().instances().stream()
            .map(i ->
                Series.of(i.counters().getOrDefault(counter, 0L), KeepalivedMetrics.labels(i))));
  }

  /** The labels of an instance and one more. */
  static String[] with(Instance instance, String label, String value) {
    return with(KeepalivedMetrics.labels(instance), label, value);
  }

  private static String[] with(String[] labels, String label, String value) {
    String[] longer = Arrays.copyOf(labels, labels.length + 2);
    longer[labels.length] = label;
    longer[labels.length + 1] = value;
    return longer;
  }
}
