package dev.vrrpd.core.config;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.core.value.InterfaceName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files with mistakes, and all that is said about each: {@code config/NAME.conf} and {@code .txt}.
 */
class DiagnosticsGoldenTest {
  @TestFactory
  Stream<DynamicTest> every_mistake_is_said_at_once_with_its_place_and_its_remedy() {
    return Golden.files("config", ".conf").stream().map(DiagnosticsGoldenTest::test);
  }

  private static DynamicTest test(Path file) {
    String name = file.getFileName().toString();
    return DynamicTest.dynamicTest(
        name,
        () ->
            Golden.compare(
                file.resolveSibling(name.replace(".conf", ".txt")), said(Golden.read(file))));
  }

  private static String said(String text) {
    Loaded loaded =
        Configuration.load(
            Files.of(text), "vrrpd.conf", LoadOptions.elsewhere("node1").on(new SmallMachine()));
    String keepalived =
        loaded.diagnostics().stream()
            .map(Diagnostic::keepalivedText)
            .flatMap(Optional::stream)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return "%s---- as keepalived says it%n%s---- start %d, test %d, reload %s%n"
        .formatted(
            loaded.text(),
            keepalived,
            loaded.startStatus(),
            loaded.testStatus(),
            loaded.forReload().isPresent() ? "accepted" : "refused");
  }

  /**
   * eth0, eth1 and lo; root and nobody; programs below /bin, and one below /tmp that all may write.
   */
  private record SmallMachine() implements Machine {
    @Override
    public boolean linkExists(InterfaceName name) {
      return name.value().matches("eth[01]|lo");
    }

    @Override
    public boolean isLoopback(InterfaceName name) {
      return name.value().equals("lo");
    }

    @Override
    public int mtu(InterfaceName name) {
      return 1500;
    }

    @Override
    public boolean userExists(String user) {
      return user.matches("root|nobody");
    }

    @Override
    public boolean groupExists(String group) {
      return group.matches("root|nogroup");
    }

    @Override
    public Secret secret(String path) {
      return switch (path) {
        case "/etc/key" -> new Secret.Known("hex:" + "ab".repeat(32), false);
        case "/etc/open" -> new Secret.Known("0123456789abcdef0123456789abcdef", true);
        default -> new Secret.Unknown("does not exist");
      };
    }

    @Override
    public ScriptFinding script(Command command, String user) {
      String program = command.words().getFirst();
      if (program.startsWith("/bin/")) {
        return new ScriptFinding.Usable();
      }
      return program.startsWith("/tmp/") && user.equals("root")
          ? new ScriptFinding.Unsafe("/tmp/check", "owner alice, mode 0777")
          : new ScriptFinding.Missing("does not exist");
    }
  }
}
