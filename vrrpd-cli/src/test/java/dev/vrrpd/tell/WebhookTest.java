package dev.vrrpd.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a web server. */
class WebhookTest {
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration NO_PAUSE = Duration.ofMillis(1);

  private final BlockingQueue<String> got = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Deliveries deliveries = new Deliveries();
  private final Webhook webhook =
      new Webhook(new Errands(Way.WEBHOOK, "test", deliveries, NO_PAUSE, Duration.ofMinutes(5)));
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/vrrp", this::answer);
    server.start();
    webhook.use(Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/vrrp"), "lb01");
  }

  private void answer(HttpExchange exchange) throws IOException {
    got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
    exchange.close();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void eventsArriveAsJsonInOrder() throws InterruptedException {
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    tell(Subject.GROUP, "VG_1", Notice.ACTIVE);
    assertThat(next())
        .isEqualTo(
            "{\"router_id\":\"lb01\",\"sequence\":0,\"time\":\"2026-11-21T12:00:00Z\","
                + "\"type\":\"INSTANCE\",\"name\":\"VI_1\",\"state\":\"MASTER\",\"priority\":100}");
    assertThat(next()).contains("\"sequence\":1", "\"type\":\"GROUP\"", "\"priority\":0");
  }

  @Test
  void whatIsRefusedIsTriedAgainBeforeWhatComesNext() throws InterruptedException {
    refusals.set(2);
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    tell(Subject.INSTANCE, "VI_1", Notice.BACKUP);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThat(next()).contains("\"state\":\"MASTER\"");
    }
    assertThat(next()).contains("\"state\":\"BACKUP\"");
  }

  @Test
  void afterFourAttemptsItIsGivenUpAndCounted() throws InterruptedException {
    refusals.set(4);
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    tell(Subject.INSTANCE, "VI_1", Notice.FAULT);
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(next()).contains("\"state\":\"MASTER\"");
    }
    assertThat(next()).contains("\"state\":\"FAULT\"");
    assertThat(deliveries.counts().of(Way.WEBHOOK, Fate.FAILED)).isEqualTo(1);
  }

  private String next() throws InterruptedException {
    String body = got.poll(30, TimeUnit.SECONDS);
    assertThat(body).as("another request").isNotNull();
    return body;
  }

  private void tell(Subject subject, String name, Notice notice) {
    webhook.notify(new Output.Notify(subject, name, notice, new Priority(100)), AT);
  }
}
