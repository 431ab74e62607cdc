package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.TrackerConfigs;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files, processes and BFD sessions a node is to track, and what is told of them. */
final class TrackerPlan {
  private final Map<String, Options> files = new LinkedHashMap<>();
  private final Map<String, Options> processes = new LinkedHashMap<>();
  private final Map<String, Options> sessions = new LinkedHashMap<>();

  Options file(String name) {
    return files.computeIfAbsent(name, _ -> new Options());
  }

  Options process(String name) {
    return processes.computeIfAbsent(name, _ -> new Options());
  }

  Options session(String name) {
    return sessions.computeIfAbsent(name, _ -> new Options());
  }

  /** {@code file NAME NUMBER}, {@code process NAME COUNT}, {@code bfd NAME up}. */
  static Input told(String kind, String name, String what) {
    return switch (kind) {
      case "file" -> new Input.FileRead(name, Integer.parseInt(what));
      case "process" -> new Input.ProcessesCounted(name, Integer.parseInt(what));
      default -> new Input.SessionTold(name, what.equals("up"));
    };
  }

  TrackerConfigs build() {
    return new TrackerConfigs(
        files.entrySet().stream().map(e -> file(e.getKey(), e.getValue())).toList(),
        processes.entrySet().stream().map(e -> process(e.getKey(), e.getValue())).toList(),
        sessions.entrySet().stream().map(e -> session(e.getKey(), e.getValue())).toList());
  }

  private static FileConfig file(String name, Options options) {
    String path = options.text("file", "/run/" + name);
    return new FileConfig(name, path, 1, false, Optional.empty());
  }

  private static ProcessCountConfig process(String name, Options options) {
    int most = options.number("quorum_max", -1);
    return new ProcessCountConfig(
        name,
        List.of(options.text("process", name)),
        ProcessCountConfig.Match.NAME,
        0,
        false,
        options.number("quorum", 1),
        most < 0 ? OptionalInt.empty() : OptionalInt.of(most),
        options.seconds("fork_delay", "0"),
        options.seconds("terminate_delay", "0"));
  }

  private static BfdConfig session(String name, Options options) {
    return new BfdConfig(
        name,
        IpAddress.of(options.text("neighbor_ip", "192.0.2.1")),
        Optional.empty(),
        Duration.ofMillis(10),
        Duration.ofMillis(10),
        Duration.ofSeconds(1),
        5,
        false,
        255,
        OptionalInt.of(0),
        false,
        0,
        false);
  }
}
