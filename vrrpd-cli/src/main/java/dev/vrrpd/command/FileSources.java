package dev.vrrpd.command;

import dev.vrrpd.core.config.text.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Configuration files as this host has them. Octets that are no UTF-8 are read as Latin-1, one
 * character each: a comment in an old encoding must not make a file unreadable. As with keepalived,
 * a file that can be executed is not a configuration file.
 */
public final class FileSources implements SourceReader {
  private static final int LARGEST_FILE = 8 << 20;

  private final Path directory;

  /**
   * @param directory relative names start there, whatever the process's own directory is
   */
  public FileSources(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  @Override
  public Content read(String path) {
    Path file = directory.resolve(path);
    if (!Files.exists(file)) {
      return new Content.Missing();
    }
    if (!Files.isRegularFile(file)) {
      return new Content.Unusable(Files.isDirectory(file) ? "a directory" : "not a regular file");
    }
    try {
      return executable(file) ? new Content.Unusable("executable") : content(file);
    } catch (IOException e) {
      return new Content.Unusable("not readable: " + e.getMessage());
    }
  }

  private static Content content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(LARGEST_FILE + 1);
      return octets.length > LARGEST_FILE
          ? new Content.Unusable("larger than " + LARGEST_FILE + " octets")
          : new Content.Lines(text(octets).lines().toList());
    }
  }

  /** Any execute bit counts, whoever asks. */
  private static boolean executable(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream()
        .anyMatch(permission -> permission.name().endsWith("_EXECUTE"));
  }

  private static String text(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Override
  public List<String> list(String name) {
    try (Stream<Path> entries = Files.list(directory.resolve(name))) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  @Override
  public String absolute(String path) {
    return directory.resolve(path).toString();
  }
}
