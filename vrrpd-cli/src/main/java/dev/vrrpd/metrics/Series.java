package dev.vrrpd.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.stream.Stream;

/** One point of a metric, and how points become a metric. */
record Series(Labels labels, double value) {

  static Series of(double value, String... labels) {
    return new Series(Labels.of(labels), value);
  }

  static GaugeSnapshot gauge(String name, String help, Stream<Series> points) {
    GaugeSnapshot.Builder metric = GaugeSnapshot.builder().name(name).help(help);
    points
        .map(point ->
            GaugeDataPointSnapshot.builder().labels(point.labels).value(point.value).build())
        .forEach(metric::dataPoint);
    return metric.build();
  }

  /** {@code name} without the {@code _total} that it gets when written. */
  static CounterSnapshot counter(String name, String help, Stream<Series> points) {
    CounterSnapshot.Builder metric = CounterSnapshot.builder().name(name).help(help);
    points
        .map(point ->
            CounterDataPointSnapshot.builder().labels(point.labels).value(point.value).build())
        .forEach(metric::dataPoint);
    return metric.build();
  }
}
