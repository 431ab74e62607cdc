package dev.vrrpd.core.config.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConfigTextTest {
  /** Whatever can stand in a file and has an effect; grows with the table. */
  private static final String EVERYTHING = Golden.read("dump/everything.conf");

  @TestFactory
  Stream<DynamicTest> aConfigurationReadsBackAsItself() throws IOException {
    List<Path> files =
        Stream.of(
                Golden.files("config", ".conf"),
                Golden.files("explain", ".conf"),
                Golden.files("dump", ".conf"),
                examples())
            .flatMap(List::stream)
            .toList();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> readsBack(Golden.read(file))));
  }

  /** Those that users are told to begin with. */
  private static List<Path> examples() throws IOException {
    Path root = Path.of(System.getProperty("vrrpd.root", ".."));
    try (Stream<Path> all = java.nio.file.Files.walk(root.resolve("config-examples"))) {
      return all.filter(file -> file.toString().endsWith(".conf")).toList();
    }
  }

  private static void readsBack(String file) {
    Loaded loaded = Files.of(file).load();
    if (loaded.config().isEmpty()) {
      assertThat(loaded.startStatus()).isNotZero();
      return;
    }
    String text = ConfigText.of(loaded.config().get(), true);
    Loaded again = Files.of(text).load();
    assertThat(again.hasErrors()).as(again.text()).isFalse();
    assertThat(again.config()).as(text).isEqualTo(loaded.config());
  }

  @Test
  void everyDefaultAndEverySettingIsWrittenOut() {
    Golden.compare("dump/everything.txt", ConfigText.of(config(EVERYTHING), false));
  }

  @Test
  void passwordsAreShownOnlyWhenAskedFor() {
    DaemonConfig config = config(EVERYTHING);
    assertThat(ConfigText.of(config, true)).contains("auth_pass \"se cret\"");
    assertThat(ConfigText.of(config, false)).doesNotContain("se cret").contains("auth_pass ****");
  }

  private static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    assertThat(loaded.hasErrors()).as(loaded.text()).isFalse();
    return loaded.config().orElseThrow();
  }
}
