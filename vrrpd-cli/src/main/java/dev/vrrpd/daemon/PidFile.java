package dev.vrrpd.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A file that says which process the daemon is: number and newline, mode 0644, removed at exit. One
 * that names a process which is gone, or something that is no VRRP daemon, is taken over.
 */
public final class PidFile {

  /** What came of claiming one. */
  public sealed interface Claim {
    /** Ours now. {@code zombie}: a dead daemon's file was in the way. */
    record Taken(PidFile file, boolean zombie) implements Claim {}

    /** Its process lives. */
    record AlreadyRunning(long pid) implements Claim {}

    /** It cannot be written. */
    record Unwritable(String reason) implements Claim {}
  }

  /** In the command line even where {@code process_name} gave the process another name. */
  private static final String MAIN_CLASS = "dev.vrrpd.command.Main";

  private final Path path;

  private PidFile(Path path) {
    this.path = path;
  }

  public static Claim claim(Path path) {
    Optional<Long> holder = holder(path);
    if (holder.isPresent() && isDaemon(holder.get())) {
      return new Claim.AlreadyRunning(holder.get());
    }
    boolean zombie = Files.exists(path);
    try {
      Files.deleteIfExists(path);
      Files.writeString(path, ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE_NEW);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
      return new Claim.Taken(new PidFile(path), zombie);
    } catch (IOException e) {
      return new Claim.Unwritable(e.toString());
    }
  }

  private static Optional<Long> holder(Path path) {
    try {
      return Optional.of(Long.parseLong(Files.readString(path, StandardCharsets.US_ASCII).trim()));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** Process ids are used again, in containers at once: the name has to fit as well. */
  private static boolean isDaemon(long pid) {
    if (pid == ProcessHandle.current().pid()) {
      return false;
    }
    try {
      String name = Files.readString(Path.of("/proc/" + pid + "/comm")).trim();
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      return command.contains(MAIN_CLASS)
          || name.startsWith("keepalived")
          || name.startsWith("vrrpd")
          || name.equals("java");
    } catch (IOException _) {
      return false;
    }
  }

  /** At exit. */
  public void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // Left behind; the next start takes it for what it is.
    }
  }
}
