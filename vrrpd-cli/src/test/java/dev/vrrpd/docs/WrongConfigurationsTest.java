package dev.vrrpd.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.SmallMachine;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.docs.WrongConfigurations.Wrong;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of wrong configurations is what the two programs say. */
class WrongConfigurationsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vrrpd.root", "..")).resolve("docs/wrong-configurations.md");

  private static final String HEAD =
      """
      # Wrong configurations, as operators write them

      Each file below is given to `keepalived -t` (2.2.7) and to `vrrpd check --here`, on a machine with eth0 and eth1.
      keepalived's words are recorded from the program; both columns are compared by tests. `vrrpd -t` ends with
      keepalived's exit status, `vrrpd check` with 0, 1 or 2 for nothing, warnings, errors.
      """;

  @Test
  void thePageIsWhatBothProgramsSay() {
    List<Wrong> all = WrongConfigurations.all();
    assertThat(all).hasSize(26);
    Golden.compare(
        PAGE,
        HEAD + all.stream().map(WrongConfigurationsTest::section).collect(Collectors.joining()));
  }

  @Test
  void nothingThatKeepalivedMindsPassesUnseen() {
    for (Wrong wrong : WrongConfigurations.all()) {
      Loaded loaded = load(wrong);
      assertThat(loaded.testStatus()).as(wrong.title()).isEqualTo(wrong.recordedStatus());
      assertThat(loaded.diagnostics())
          .as(wrong.title())
          .anyMatch(found -> found.severity() != Severity.NOTICE);
    }
  }

  private static String section(Wrong wrong) {
    return """

    ## %s

    ```
    %s```

    `keepalived -t`:

    ```
    %s```

    `vrrpd check --here`:

    ```
    %s```
    """
        .formatted(wrong.title(), wrong.shown(), Golden.read(wrong.recorded()), load(wrong).text());
  }

  private static Loaded load(Wrong wrong) {
    return Configuration.load(
        new Files().with(WrongConfigurations.NAME, wrong.text()),
        WrongConfigurations.NAME,
        LoadOptions.elsewhere("lb1").on(new SmallMachine()));
  }
}
