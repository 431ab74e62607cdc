package dev.vrrpd.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Names that iproute2's files give to numbers: {@code rt_tables}, {@code rt_protos} and so on, and
 * the files {@code *.conf} in a directory of that name with {@code .d}. A file that cannot be read
 * names nothing.
 */
final class NumberNames {
  private NumberNames() {}

  static OptionalLong find(List<String> directories, String file, String name) {
    for (String directory : directories) {
      for (Path path : files(Path.of(directory), file)) {
        OptionalLong number = look(path, name);
        if (number.isPresent()) {
          return number;
        }
      }
    }
    return OptionalLong.empty();
  }

  private static List<Path> files(Path directory, String file) {
    List<Path> files = new ArrayList<>();
    files.add(directory.resolve(file));
    try (DirectoryStream<Path> more =
        Files.newDirectoryStream(directory.resolve(file + ".d"), "*.conf")) {
      more.forEach(files::add);
    } catch (IOException _) {
      return files;
    }
    files.subList(1, files.size()).sort(null);
    return files;
  }

  private static OptionalLong look(Path path, String name) {
    try {
      for (String line : Files.readAllLines(path, StandardCharsets.ISO_8859_1)) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
        if (words.length == 2 && words[1].equals(name)) {
          return OptionalLong.of(Long.decode(words[0]));
        }
      }
    } catch (IOException | NumberFormatException _) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
