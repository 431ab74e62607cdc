package dev.vrrpd.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrandsTest {
  private final Deliveries deliveries = new Deliveries();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatHasWaitedTooLongForItsTurnIsLeftOutAndCounted() {
    run(Duration.ZERO, "old news");
    assertThat(done).isEmpty();
    assertThat(deliveries.counts().of(Way.WEBHOOK, Fate.LOST)).isEqualTo(1);
  }

  @Test
  void whatHasNotIsDone() {
    run(Duration.ofMinutes(5), "news");
    assertThat(done).containsExactly("news");
    assertThat(deliveries.counts().of(Way.WEBHOOK, Fate.DONE)).isEqualTo(1);
  }

  private void run(Duration longestWait, String what) {
    Errands errands =
        new Errands(Way.WEBHOOK, "test", deliveries, Duration.ofMillis(1), longestWait);
    errands.add(what, () -> done.add(what));
    errands.close();
  }
}
