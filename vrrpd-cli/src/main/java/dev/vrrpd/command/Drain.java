package dev.vrrpd.command;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import dev.vrrpd.door.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code vrrpd drain} and {@code undrain}: write and remove the {@code maintenance_file} that the
 * daemon's configuration names. The daemon sees it at once, and after its next start too.
 */
final class Drain {
  private Drain() {}

  /** Changes a file. */
  private interface Change {
    void make(Path file) throws IOException;
  }

  /** The exit status. */
  static int start(DaemonOptions options) {
    return change(options, file -> WholeFile.write(file, "1\n"));
  }

  /** The exit status. */
  static int end(DaemonOptions options) {
    return change(options, Files::deleteIfExists);
  }

  private static int change(DaemonOptions options, Change change) {
    Optional<DaemonConfig> config = new ConfigurationFile(options).anywhere();
    if (config.isEmpty()) {
      System.err.printf("nothing changed: see vrrpd check %s%n", options.config());
      return ExitStatus.CONFIG;
    }
    Optional<Path> file = config.flatMap(Drain::file);
    if (file.isEmpty()) {
      System.err.println("no maintenance_file in global_defs of " + options.config());
      return ExitStatus.CONFIG;
    }
    try {
      change.make(file.get());
      return ExitStatus.OK;
    } catch (IOException refused) {
      System.err.println(file.get() + ": " + refused);
      return ExitStatus.FAILURE;
    }
  }

  private static Optional<Path> file(DaemonConfig config) {
    return config.trackers().files().stream()
        .filter(file -> file.name().equals(FileConfig.MAINTENANCE))
        .map(file -> Path.of(file.path()))
        .findFirst();
  }
}
