package dev.vrrpd.daemon;

import dev.vrrpd.core.config.ProcessConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Where pid files go when nobody said so: {@code /run}, or {@code /run/keepalived} for {@code
 * use_pid_dir}, {@code instance} and {@code net_namespace}. A namespace has a directory of its own
 * below that, which keepalived shows to its processes as the directory itself.
 */
final class PidPlaces {
  private static final Path RUN = Path.of("/run");
  private static final Path DIRECTORY = RUN.resolve("keepalived");

  private PidPlaces() {}

  /**
   * {@code standard} as the command line has it; what lies elsewhere than in /run was asked for.
   */
  static List<Path> of(List<Path> standard, ProcessConfig config, Optional<String> namespace) {
    return standard.stream()
        .map(path -> RUN.equals(path.getParent()) ? place(path, config, namespace) : path)
        .toList();
  }

  private static Path place(Path standard, ProcessConfig config, Optional<String> namespace) {
    if (!config.pidDirectory() && namespace.isEmpty()) {
      return standard;
    }
    String name = standard.getFileName().toString();
    String suffix = config.instance().map(instance -> "_" + instance).orElse("");
    return directory(namespace).resolve(name.replace(".pid", suffix + ".pid"));
  }

  /** Makes the directory that is ours; any other one has to be there. */
  static void makeDirectory(Path pidFile) {
    Path parent = pidFile.getParent();
    if (parent == null || !parent.startsWith(DIRECTORY)) {
      return;
    }
    try {
      for (Path made : List.of(DIRECTORY, parent)) {
        Files.createDirectories(made);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    } catch (IOException _) {
      // Then the pid file cannot be written, and that is said.
    }
  }

  /** Of the reload marker that has no name of its own. */
  static Path marker(ProcessConfig config, Optional<String> namespace) {
    String suffix = config.instance().map(instance -> "_" + instance).orElse("");
    Path directory = config.pidDirectory() || namespace.isPresent() ? directory(namespace) : RUN;
    return directory.resolve("keepalived" + suffix + ".reload");
  }

  private static Path directory(Optional<String> namespace) {
    return namespace.map(DIRECTORY::resolve).orElse(DIRECTORY);
  }
}
