package dev.vrrpd.core.config.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.SmallMachine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.load.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code scope} of an address: a number, a name that everybody knows, or one of iproute2's file.
 */
class AddressScopeTest {
  private static Loaded load(String scope) {
    String file =
        """
        static_ipaddress {
          10.8.0.1/24 scope %1$s
        }
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          virtual_ipaddress {
            10.0.0.10/24 scope %1$s
          }
          virtual_ipaddress_excluded {
            10.0.0.11/24 scope %1$s
          }
        }
        """
            .formatted(scope);
    return Configuration.load(
        Files.of(file), "vrrpd.conf", LoadOptions.elsewhere("node1").on(new SmallMachine()));
  }

  @ParameterizedTest
  @CsvSource({"host, 254", "200, 200", "0xfd, 253", "office, 77"})
  void itIsANumberOrAName(String scope, int number) {
    Loaded loaded = load(scope);
    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code)
        .doesNotContain(Code.INVALID_OPTION);
    DaemonConfig config = loaded.config().orElseThrow();
    var instance = config.instances().getFirst();
    assertThat(instance.addresses().getFirst().scope()).isEqualTo(number);
    assertThat(instance.excludedAddresses().getFirst().scope()).isEqualTo(number);
    assertThat(config.statics().addresses().getFirst().scope()).isEqualTo(number);
  }

  @Test
  void whatNobodyKnowsIsSaidAndTheAddressIsGlobal() {
    Loaded loaded = load("nowhere-near");
    assertThat(loaded.diagnostics())
        .filteredOn(found -> found.code() == Code.INVALID_OPTION)
        .extracting(found -> found.span().line())
        .containsExactly(2, 8, 11);
    assertThat(load("256").config().orElseThrow().instances().getFirst().addresses())
        .allMatch(address -> address.scope() == 0);
  }
}
