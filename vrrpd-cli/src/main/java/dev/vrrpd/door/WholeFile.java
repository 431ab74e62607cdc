package dev.vrrpd.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are whole whenever somebody reads them: written beside, then renamed. Its mode is what
 * the process's umask leaves, 0600 unless {@code umask} says otherwise. What was there before, a
 * symbolic link too, is replaced and never written to.
 */
public final class WholeFile {
  private static final FileAttribute<Set<PosixFilePermission>> LEFT_TO_UMASK =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"));

  private WholeFile() {}

  public static void write(Path path, String text) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Path beside = Files.createTempFile(directory, "." + path.getFileName(), ".new", LEFT_TO_UMASK);
    try {
      Files.writeString(beside, text);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
