package dev.vrrpd.door;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where keepalived writes its dumps: below {@code $TMPDIR} if that is absolute, else {@code /tmp}.
 *
 * @param directory of all that has no place of its own
 * @param state template for the data files: absolute, or below the directory; one that ends in a
 *     slash is a directory itself; {@code state_dump_file}
 * @param label stands before the extension of the data files; empty: nothing does; {@code
 *     data_use_instance}
 */
public record DumpFiles(Path directory, Optional<String> state, String label) {
  private static final String STATE = "keepalived.data";

  /** The directory that {@code environment} asks for. */
  public static Path directory(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("TMPDIR"))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(Path.of("/tmp"));
  }

  /** {@code NAMESPACE_INSTANCE}, of those that there are. */
  public static String label(Optional<String> namespace, Optional<String> instance) {
    return Stream.of(namespace, instance)
        .flatMap(Optional::stream)
        .collect(Collectors.joining("_"));
  }

  public Path data() {
    return data("");
  }

  public Path parentData() {
    return data("_parent");
  }

  public Path stats() {
    return directory.resolve("keepalived.stats");
  }

  public Path json() {
    return directory.resolve("keepalived.json");
  }

  private Path data(String process) {
    String file = state.map(name -> name.endsWith("/") ? name + STATE : name).orElse(STATE);
    Path path = directory.resolve(file);
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String inserted = process + (label.isEmpty() ? "" : "." + label);
    return path.resolveSibling(name.substring(0, dot) + inserted + name.substring(dot));
  }
}
