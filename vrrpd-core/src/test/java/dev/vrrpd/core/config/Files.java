package dev.vrrpd.core.config;

import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.core.config.text.SourceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files in memory; the working directory is {@code /srv}. */
public final class Files implements SourceReader {
  private final Map<String, Content> contents = new LinkedHashMap<>();

  /** One file called {@code vrrpd.conf}. */
  public static Files of(String text) {
    return new Files().with("vrrpd.conf", text);
  }

  public Files with(String path, String text) {
    contents.put(absolute(path), new Content.Lines(text.lines().toList()));
    return this;
  }

  public Files unusable(String path, String reason) {
    contents.put(absolute(path), new Content.Unusable(reason));
    return this;
  }

  @Override
  public Content read(String path) {
    return contents.getOrDefault(absolute(path), new Content.Missing());
  }

  @Override
  public List<String> list(String directory) {
    String prefix = absolute(directory).replaceFirst("/\\.$", "") + "/";
    return contents.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).replaceFirst("/.*", ""))
        .distinct()
        .toList();
  }

  @Override
  public String absolute(String path) {
    return path.startsWith("/") ? path : "/srv/" + path;
  }

  /** Loads {@code vrrpd.conf} for a machine where everything exists. */
  public Loaded load() {
    return Configuration.load(this, "vrrpd.conf", LoadOptions.elsewhere("node1"));
  }

  /** What would run with {@code text}, whatever else was found. */
  public static DaemonConfig config(String text) {
    Loaded loaded = of(text).load();
    return loaded.config().orElseThrow(() -> new AssertionError(loaded.text()));
  }

  /** An instance with what it needs, and these lines. */
  public static InstanceConfig instance(String... lines) {
    return config(
            "vrrp_instance VI_1 {\ninterface eth0\nvirtual_router_id 51\n"
                + "virtual_ipaddress {\n10.0.0.10\n}\n"
                + String.join("\n", lines)
                + "\n}\n")
        .instances()
        .getFirst();
  }
}
