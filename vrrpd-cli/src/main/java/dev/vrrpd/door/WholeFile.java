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
 * Files that are whole whenever somebody reads them: written beside, then renamed. Mode 0600. What
 * was there before, a symbolic link too, is replaced and never written to.
 */
public final class WholeFile {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private WholeFile() {}

  public static void write(Path path, String text) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Path beside = Files.createTempFile(directory, "." + path.getFileName(), ".new", PRIVATE);
    try {
      Files.writeString(beside, text);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
