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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

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

  /** By the scheme of the URL; the errands' thread's. */
  private final Map<String, HttpClient> clients = new HashMap<>();

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
    URI uri = URI.create(target);
    HttpClient client = clients.computeIfAbsent(uri.getScheme(), Webhook::connecting);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "vrrpd")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
    if (answer.statusCode() < LEAST_GOOD || answer.statusCode() > MOST_GOOD) {
      throw new IOException("status " + answer.statusCode());
    }
  }

  private static HttpClient connecting(String scheme) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    return scheme.equalsIgnoreCase("https")
        ? builder.build()
        : builder.sslContext(trustingNobody()).build();
  }

  /**
   * Whoever does not ask for certificates need not read those of all authorities, which leaves tens
   * of megabytes for the garbage collector.
   */
  private static SSLContext trustingNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has TLS", e);
    }
  }

  void close() {
    errands.close();
  }
}
