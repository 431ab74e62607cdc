package dev.vrrpd.core.config;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.load.Configuration;
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
}
