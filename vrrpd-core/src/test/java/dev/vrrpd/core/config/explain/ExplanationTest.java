package dev.vrrpd.core.config.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.protocol.Timers;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExplanationTest {
  @TestFactory
  Stream<DynamicTest> everyInstanceIsExplainedInWordsAndNumbers() {
    return Golden.files("explain", ".conf").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () ->
                    Golden.compare(
                        file.resolveSibling(file.getFileName().toString().replace("conf", "txt")),
                        explained(Golden.read(file)))));
  }

  @TestFactory
  Stream<DynamicTest> theNumbersAreThoseTheTimersRunBy() {
    return Golden.files("explain", ".conf").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> agrees(file)));
  }

  private static void agrees(Path file) {
    Loaded loaded = Files.of(Golden.read(file)).load();
    for (InstanceConfig instance : loaded.config().orElseThrow().instances()) {
      VirtualRouterParameters own = instance.parameters();
      Duration skew = Timers.skewTime(own.version(), own.priority(), own.advertisementInterval());
      Duration down = Timers.activeDownInterval(own, own.priority(), own.advertisementInterval());
      assertThat(block(explained(Golden.read(file)), instance.name()))
          .contains("at most " + seconds(down))
          .contains(seconds(skew) + ": the skew alone");
    }
  }

  private static String block(String text, String instance) {
    int begin = text.indexOf(instance + ": virtual router");
    return text.substring(begin, text.indexOf("\n\n", begin));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }

  /** 3 x 1 s + (256 - 100)/256 x 1 s, RFC 9568 section 6.1; fall 3 x 2 s + timeout 1 s. */
  @Test
  void aWorstCaseCanBeWorkedOutByHand() {
    String text =
        explained(
            """
            vrrp_script chk {
              script /bin/true
              interval 2
              timeout 1
              fall 3
              weight -60
            }
            vrrp_instance V {
              interface eth0
              virtual_router_id 51
              priority 100
              virtual_ipaddress { 10.0.0.10 }
              track_script { chk }
            }
            """);
    assertThat(text)
        .contains("crash            at most 3.609375 s = 3 x 1 s + skew 0.609375 s")
        .contains("noticed after at most 7 s = 3 x 2 s + 1 s")
        .contains("priority 100 becomes 40 when the script fails");
  }

  private static String explained(String text) {
    Loaded loaded = Files.of(text).load();
    assertThat(loaded.config()).as(loaded.text()).isPresent();
    return Explanation.of(loaded.config().orElseThrow());
  }
}
