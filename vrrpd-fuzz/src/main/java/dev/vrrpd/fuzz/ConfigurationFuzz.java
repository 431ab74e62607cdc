package dev.vrrpd.fuzz;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.change.ConfigChange;
import dev.vrrpd.core.config.cluster.ClusterCheck;
import dev.vrrpd.core.config.dump.ConfigText;
import dev.vrrpd.core.config.explain.Explanation;
import dev.vrrpd.core.config.load.Configuration;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What Jazzer feeds with octets. Whatever is written, reading ends, throws nothing, and what came
 * of it can be printed, explained, compared with itself, and dumped as a text that reads back.
 */
public final class ConfigurationFuzz {
  /** Little, so that one run takes milliseconds: what is too large is the same in small. */
  private static final long ROOM = 1L << 18;

  private ConfigurationFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] octets) {
    look(new String(octets, StandardCharsets.UTF_8));
  }

  static void look(String text) {
    Loaded loaded = load(text);
    loaded.text();
    loaded.startStatus();
    loaded.testStatus();
    ClusterCheck.check(Map.of("a", loaded, "b", loaded));
    loaded.config().ifPresent(ConfigurationFuzz::useAsIs);
    loaded.forReload().ifPresent(ConfigurationFuzz::readBack);
  }

  private static Loaded load(String text) {
    LoadOptions options =
        new LoadOptions("node1", Map.of("SITE", "paris"), 1, false, new WhimsicalMachine(), ROOM);
    return Configuration.load(new FileTree(text), FileTree.MAIN, options);
  }

  private static void useAsIs(DaemonConfig config) {
    Explanation.of(config);
    if (!ConfigChange.between(config, config).isEmpty()) {
      throw new AssertionError("differs from itself: " + config);
    }
  }

  private static void readBack(DaemonConfig config) {
    String dump = ConfigText.of(config, true);
    Optional<DaemonConfig> again = load(dump).config();
    if (!again.equals(Optional.of(config))) {
      throw new AssertionError("dumped as another configuration:\n" + dump);
    }
  }
}
