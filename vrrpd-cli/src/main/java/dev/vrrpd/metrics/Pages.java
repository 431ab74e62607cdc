package dev.vrrpd.metrics;

import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.surface.KeepalivedNames;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is answered to a path: {@code /metrics} for Prometheus, {@code /livez} and {@code /readyz}
 * for whoever restarts or routes. A function of the last picture and of nothing else.
 */
final class Pages {
  /** The loop publishes each second: this old, and it hangs. */
  private static final Duration STALE = Duration.ofSeconds(5);

  private final Supplier<Optional<Picture>> pictures;
  private final Supplier<Moment> now;
  private final String version;
  private final OpenMetricsTextFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
  private final PrometheusTextFormatWriter plain = PrometheusTextFormatWriter.create();

  /** An answer: an HTTP status, a content type, a body. */
  record Page(int status, String contentType, String body) {
    static Page text(int status, String text) {
      return new Page(status, "text/plain; charset=utf-8", text);
    }
  }

  Pages(Supplier<Optional<Picture>> pictures, Supplier<Moment> now, String version) {
    this.pictures = pictures;
    this.now = now;
    this.version = version;
  }

  /**
   * @param accept the request's Accept header
   */
  Page of(String path, String accept) {
    return switch (path) {
      case "/metrics" ->
          pictures.get().map(picture -> metrics(picture, accept)).orElseGet(Pages::starting);
      case "/livez" -> alive();
      case "/readyz" -> pictures.get().map(this::ready).orElseGet(Pages::starting);
      default -> Page.text(404, "/metrics, /livez, /readyz\n");
    };
  }

  private static Page starting() {
    return Page.text(503, "starting\n");
  }

  /** Before the first picture the daemon starts; afterwards silence is a hanging loop. */
  private Page alive() {
    Optional<Duration> age = pictures.get().map(picture -> picture.age(now.get()));
    return age.filter(a -> a.compareTo(STALE) > 0)
        .map(a -> Page.text(503, "the loop has been silent for " + a.toSeconds() + " seconds\n"))
        .orElseGet(() -> Page.text(200, "alive\n"));
  }

  private Page ready(Picture picture) {
    Page alive = alive();
    return alive.status() != 200
        ? alive
        : Page.text(
            200,
            picture.router().instances().stream().map(Pages::line).collect(Collectors.joining()));
  }

  private static String line(Instance instance) {
    return instance.config().name() + " " + KeepalivedNames.of(instance.role()) + "\n";
  }

  private Page metrics(Picture picture, String accept) {
    ExpositionFormatWriter format = openMetrics.accepts(accept) ? openMetrics : plain;
    List<MetricSnapshot> metrics =
        Stream.concat(KeepalivedMetrics.of(picture.router(), version), OwnMetrics.of(picture))
            .toList();
    ByteArrayOutputStream body = new ByteArrayOutputStream(8192);
    try {
      format.write(body, new MetricSnapshots(metrics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(200, format.getContentType(), body.toString(StandardCharsets.UTF_8));
  }
}
