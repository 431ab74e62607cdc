package dev.vrrpd.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file whose time stamp says that the loop turns, for health checks that should cost nothing;
 * lies on a memory file system (/run), so that touching it does not wait. Confined to one thread.
 */
public final class Heartbeat {
  private final Path file;
  private boolean works = true;

  public Heartbeat(Path file) {
    this.file = file;
  }

  /** Touches the file, which it makes if need be. A file that cannot be touched is left alone. */
  public void beat(Instant now) {
    if (!works) {
      return;
    }
    try {
      if (Files.notExists(file)) {
        Files.createFile(file);
      }
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException _) {
      works = false;
    }
  }
}
