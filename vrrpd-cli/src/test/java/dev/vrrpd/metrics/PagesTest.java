package dev.vrrpd.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/metrics/typical.prom");

  private Duration silence = Duration.ofMillis(900);
  private Optional<Picture> picture = Optional.of(Pictures.typical());
  private final Pages pages = new Pages(() -> picture, () -> silence, "1.2.3");

  private static String body(Pages.Page page) {
    return page.body();
  }

  @Test
  void metricsHaveTheExportersNamesLabelsAndNumbersAndOurOwnBeside() throws IOException {
    String text = body(pages.of("/metrics", ""));
    if ("accept".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void openMetricsIsSpokenToThoseWhoAskForIt() {
    Pages.Page page = pages.of("/metrics", "application/openmetrics-text; version=1.0.0");
    assertThat(page.contentType()).startsWith("application/openmetrics-text");
    assertThat(body(page)).endsWith("# EOF\n");
  }

  @Test
  void aLoopThatTellsOfItselfIsAlive() {
    assertThat(pages.of("/livez", "").status()).isEqualTo(200);
  }

  @Test
  void aLoopThatHasBeenSilentForMoreThanFiveSecondsIsNot() {
    silence = Duration.ofSeconds(6);
    Pages.Page page = pages.of("/livez", "");
    assertThat(page.status()).isEqualTo(503);
    assertThat(body(page)).isEqualTo("the loop has been silent for 6 seconds\n");
    assertThat(pages.of("/readyz", "").status()).isEqualTo(503);
  }

  @Test
  void aDaemonThatStillStartsIsAliveButNotReady() {
    picture = Optional.empty();
    silence = Duration.ZERO;
    assertThat(pages.of("/livez", "").status()).isEqualTo(200);
    assertThat(pages.of("/readyz", "").status()).isEqualTo(503);
    assertThat(pages.of("/metrics", "").status()).isEqualTo(503);
  }

  @Test
  void readinessNamesEachInstanceWithItsState() {
    assertThat(body(pages.of("/readyz", ""))).isEqualTo("VI_1 MASTER\nVI_2 FAULT\n");
  }

  @Test
  void otherPathsAreNotFound() {
    assertThat(pages.of("/", "").status()).isEqualTo(404);
  }
}
