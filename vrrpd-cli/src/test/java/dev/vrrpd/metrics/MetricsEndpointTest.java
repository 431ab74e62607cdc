package dev.vrrpd.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static MetricsEndpoint start(InetSocketAddress address) {
    return switch (MetricsEndpoint.start(
        address, () -> Optional.of(Pictures.typical()), () -> Duration.ZERO, "1.2.3")) {
      case MetricsEndpoint.Start.Listening(MetricsEndpoint endpoint) -> endpoint;
      case MetricsEndpoint.Start.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  private static HttpResponse<String> send(MetricsEndpoint endpoint, String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + endpoint.address().getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void getIsAnsweredAndTheQueryIsIgnored() throws Exception {
    try (MetricsEndpoint endpoint = start(ANY_PORT)) {
      HttpResponse<String> response = send(endpoint, "GET", "/metrics?x=y");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
      assertThat(response.body()).contains("keepalived_up 1.0\n");
    }
  }

  @Test
  void headHasNoBodyAndOtherMethodsAreRefused() throws Exception {
    try (MetricsEndpoint endpoint = start(ANY_PORT)) {
      assertThat(send(endpoint, "HEAD", "/livez").body()).isEmpty();
      assertThat(send(endpoint, "DELETE", "/metrics").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void anAddressInUseIsRefusedWithTheReason() {
    try (MetricsEndpoint first = start(ANY_PORT)) {
      var second =
          MetricsEndpoint.start(first.address(), Optional::empty, () -> Duration.ZERO, "1.2.3");
      assertThat(second)
          .isInstanceOfSatisfying(
              MetricsEndpoint.Start.Refused.class,
              refused -> assertThat(refused.reason()).contains("Address already in use"));
    }
  }

  @Test
  void afterClosingNobodyListens() throws Exception {
    MetricsEndpoint endpoint = start(ANY_PORT);
    InetSocketAddress address = endpoint.address();
    endpoint.close();
    endpoint.awaitClosed();
    assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close())
        .isInstanceOf(IOException.class);
  }
}
