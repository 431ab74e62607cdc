package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.dump.ConfigText;
import dev.vrrpd.door.WholeFile;
import dev.vrrpd.surface.dump.DataDump;
import dev.vrrpd.surface.dump.Portrait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code config_save_dir}: each configuration that ran, with its defaults and passwords, and the
 * state before and after each reload; for whoever looks for what a reload did. Under keepalived's
 * names, with the process's number and the reload's. Never read again. Confined to the loop; the
 * files are written elsewhere.
 */
final class ReloadArchive {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private final Executor files;
  private final long pid;
  private int number;

  ReloadArchive(Executor files, long pid) {
    this.files = files;
    this.pid = pid;
  }

  /** The first configuration runs. */
  void started(DaemonConfig config) {
    directory(config).ifPresent(directory -> keep(directory, config));
  }

  /** Runs {@code change}, which puts {@code config} in the place of another one. */
  void around(DaemonConfig config, Supplier<Optional<Portrait>> state, Runnable change) {
    Optional<Path> directory = directory(config);
    if (directory.isEmpty()) {
      change.run();
      return;
    }
    number++;
    Optional<Portrait> before = state.get();
    change.run();
    keep(directory.get(), config);
    keep(directory.get(), before, "pre");
    keep(directory.get(), state.get(), "post");
  }

  private static Optional<Path> directory(DaemonConfig config) {
    return config.global().doors().reload().saveDirectory().map(Path::of);
  }

  private void keep(Path directory, DaemonConfig config) {
    Path file = directory.resolve("keepalived.conf.%d.%d".formatted(pid, number));
    files.execute(() -> write(file, ConfigText.of(config, true)));
  }

  private void keep(Path directory, Optional<Portrait> portrait, String when) {
    Path file = directory.resolve("keepalived_vrrp.%d.%d.%s".formatted(pid, number, when));
    portrait.ifPresent(shown -> files.execute(() -> write(file, DataDump.of(shown))));
  }

  private static void write(Path file, String text) {
    Path directory = file.getParent();
    try {
      if (Files.notExists(directory)) {
        Files.createDirectory(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      WholeFile.write(file, text);
    } catch (IOException e) {
      log.warn("cannot save {}: {}", file, e.toString());
    }
  }
}
