package dev.vrrpd.track;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.track.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tracked file on disk. Waits for its file system: never on the loop. */
final class TrackedFile {
  private static final Logger log = LoggerFactory.getLogger(TrackedFile.class);

  private TrackedFile() {}

  /** {@code init_file}. */
  static void initialize(FileConfig file) {
    file.initial()
        .ifPresent(initial -> {
          Path path = Path.of(file.path());
          try {
            if (initial.overwrite() || !Files.exists(path)) {
              Files.writeString(path, initial.value() + "\n");
            }
          } catch (IOException e) {
            log.warn("cannot write track file {}: {}", path, e.toString());
          }
        });
  }

  /**
   * The number it begins with; 0 if there is no file, or none that can be read without waiting for
   * a writer; empty if it says nothing new.
   */
  static OptionalInt read(FileConfig file) {
    Path path = Path.of(file.path());
    if (!Files.isRegularFile(path)) {
      return OptionalInt.of(0);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] octets = in.readNBytes(FileContent.OCTETS);
      OptionalInt number = FileContent.number(octets);
      if (number.isEmpty()) {
        log.warn("Invalid number read from {} - ignoring", path);
      }
      return number;
    } catch (IOException e) {
      log.warn("cannot read track file {}: {}", path, e.toString());
      return OptionalInt.of(0);
    }
  }

  /**
   * How mounted configurations are replaced: all at once, by renaming a link to their directory.
   */
  static boolean isSwap(String entry) {
    return entry.equals("..data");
  }
}
