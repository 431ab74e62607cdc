package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerNamesTest {
  private static final List<IpAddress> TWO = List.of(IpAddress.of("10.9.0.2"));
  private static final List<IpAddress> BOTH =
      List.of(IpAddress.of("10.9.0.2"), IpAddress.of("10.9.0.3"));

  /** What the next look-up is answered; a look-up waits for it. */
  private final BlockingQueue<List<IpAddress>> answers = new LinkedBlockingQueue<>();

  private final BlockingQueue<Input.PeerResolved> told = new LinkedBlockingQueue<>();
  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final PeerNames names = new PeerNames(this::answer, loop, told::add);

  @AfterEach
  void close() {
    names.close();
    loop.shutdown();
  }

  private void use(DaemonConfig config) {
    CompletableFuture.runAsync(() -> names.use(config), loop).join();
  }

  private List<IpAddress> answer(String name) {
    try {
      return answers.take();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static DaemonConfig config(String peers) {
    return Files.of(
            """
            vrrp_instance V {
              interface eth0
              virtual_router_id 51
              unicast_peer {
                %s
              }
              virtual_ipaddress {
                10.9.0.100
              }
            }
            """
                .formatted(peers))
        .load()
        .config()
        .orElseThrow();
  }

  private List<IpAddress> next() throws InterruptedException {
    Input.PeerResolved news = told.poll(10, TimeUnit.SECONDS);
    assertThat(news).isNotNull();
    return news.addresses();
  }

  @Test
  void whatIsNewIsToldOnceInOneOrder() throws InterruptedException {
    answers.addAll(List.of(TWO, TWO, BOTH.reversed(), BOTH, TWO));
    use(config("b.example every 0.1"));
    assertThat(next()).isEqualTo(TWO);
    assertThat(next()).isEqualTo(BOTH);
    assertThat(next()).isEqualTo(TWO);
    assertThat(told).isEmpty();
  }

  @Test
  void anAddressStaysWhenNobodyAnswersAnyMore() throws InterruptedException {
    answers.addAll(List.of(List.of(), TWO, List.of(), BOTH));
    use(config("b.example every 0.1"));
    assertThat(next()).isEmpty();
    assertThat(next()).isEqualTo(TWO);
    assertThat(next()).isEqualTo(BOTH);
  }

  @Test
  void aNameThatIsConfiguredNoMoreIsToldOfNoMore() throws InterruptedException {
    use(config("b.example every 0.1"));
    use(config("10.9.0.2"));
    answers.add(TWO);
    assertThat(told.poll(300, TimeUnit.MILLISECONDS)).isNull(); // as long as three look-ups
  }
}
