package dev.vrrpd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expected text in files under {@code src/test/resources}; {@code -Dgolden=accept} rewrites them.
 */
public final class Golden {
  private static final Path RESOURCES = resources();

  private Golden() {}

  private static Path resources() {
    Path here = Path.of("src/test/resources");
    return Files.isDirectory(here) ? here : Path.of("vrrpd-core").resolve(here);
  }

  /** The files of a folder, by name. */
  public static List<Path> files(String folder, String extension) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text of {@code name} below the resources. */
  public static String read(String name) {
    return read(RESOURCES.resolve(name));
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Fails unless {@code actual} is what {@code name} holds. */
  public static void compare(String name, String actual) {
    compare(RESOURCES.resolve(name), actual);
  }

  public static void compare(Path file, String actual) {
    if ("accept".equals(System.getProperty("golden"))) {
      try {
        Files.writeString(file, actual);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
      return;
    }
    assertThat(actual)
        .as("%s; -Dgolden=accept rewrites it", file.getFileName())
        .isEqualTo(Files.exists(file) ? read(file) : "");
  }
}
