package dev.vrrpd.metrics;

import dev.vrrpd.core.router.RouterSnapshot.Instance;
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
 * for whoever restarts or routes. A function of the last picture and of the loop's silence.
 */
final class Pages {
  /** The loop tells of itself each second: silent for so long, it hangs. */
  private static final Duration STALE = Duration.ofSeconds(5);

  private final Supplier<Optional<Picture>> pictures;
  private final Supplier<Duration> silence;
  private final String version;
  private final OpenMetricsTextFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
  private final PrometheusTextFormatWriter plain = PrometheusTextFormatWriter.create();

  /** An answer: an HTTP status, a content type, a body. */
  record Page(int status, String contentType, String body) {
    static Page text(int status, String text) {
      return new Page(status, "text/plain; charset=utf-8", text);
    }
  }

  Pages(Supplier<Optional<Picture>> pictures, Supplier<Duration> silence, String version) {
    this.pictures = pictures;
    this.silence = silence;
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

  private Page alive() {
    Duration silent = silence.get();
    return silent.compareTo(STALE) > 0
        ? Page.text(503, "the loop has been silent for " + silent.toSeconds() + " seconds\n")
        : Page.text(200, "alive\n");
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
