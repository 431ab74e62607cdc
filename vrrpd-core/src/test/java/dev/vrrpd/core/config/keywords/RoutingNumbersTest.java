package dev.vrrpd.core.config.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.SmallMachine;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.core.value.routing.RuleAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of routes and rules are read as C reads them: decimal, hexadecimal, octal. */
class RoutingNumbersTest {
  private static Loaded load(String table, String tunnel) {
    String file =
        "static_rules {\ntunnel-id %s table %s priority 200\n}\n".formatted(tunnel, table);
    return Configuration.load(
        Files.of(file), "vrrpd.conf", LoadOptions.elsewhere("node1").on(new SmallMachine()));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 42, 100, 42",
    "0x64, 0x2A, 100, 42",
    "0144, 052, 100, 42",
    "0xffffffff, 0xffffffffffffffff, 4294967295, -1",
    "4294967295, 18446744073709551615, 4294967295, -1"
  })
  void inThreeNotations(String table, String tunnel, long tableNumber, long tunnelNumber) {
    RoutingRule rule =
        (RoutingRule) load(table, tunnel).config().orElseThrow().statics().routing().getFirst();
    assertThat(rule.action()).isEqualTo(new RuleAction.Lookup(tableNumber));
    assertThat(rule.tunnelId()).hasValue(tunnelNumber);
  }

  @ParameterizedTest
  @CsvSource({"0x100000000, 1", "1, 18446744073709551616", "1, 0x1g", "4294967296, 1", "1, 08"})
  void whatIsTooLargeOrNoNumberIsRefused(String table, String tunnel) {
    assertThat(load(table, tunnel).config().orElseThrow().statics().routing()).isEmpty();
  }
}
