package dev.vrrpd.tell;

import dev.vrrpd.core.router.Output;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Way;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Posts each event to a URL, in order; {@code notify_webhook}. An answer other than 2xx is a
 * failure. Confined to the loop, never waits on it.
 */
final class Webhook {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LEAST_GOOD = 200;
  private static final int MOST_GOOD = 299;

  private final Errands errands;
  private Optional<String> url = Optional.empty();
  private String routerId = "";
  private long sequence;

  /** The errands' thread's. */
  private Optional<HttpClient> client = Optional.empty();

  Webhook(Errands errands) {
    this.errands = errands;
  }

  static Webhook counted(Deliveries deliveries) {
    return new Webhook(new Errands(Way.WEBHOOK, "webhook", deliveries));
  }

  void use(Optional<String> fresh, String newRouterId) {
    url = fresh;
    routerId = newRouterId;
  }

  void notify(Output.Notify notice, Instant at) {
    if (url.isPresent()) {
      String target = url.get();
      String body = EventText.of(notice, routerId, at, sequence++);
      errands.add(body, () -> post(target, body));
    }
  }

  private void post(String target, String body) throws IOException, InterruptedException {
    HttpClient through = client.orElseGet(Webhook::connecting);
    client = Optional.of(through);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "vrrpd")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer = through.send(request, BodyHandlers.discarding());
    if (answer.statusCode() < LEAST_GOOD || answer.statusCode() > MOST_GOOD) {
      throw new IOException("status " + answer.statusCode());
    }
  }

  private static HttpClient connecting() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
  }

  void close() {
    errands.close();
  }
}
