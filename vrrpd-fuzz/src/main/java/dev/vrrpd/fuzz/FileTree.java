package dev.vrrpd.fuzz;

import dev.vrrpd.core.config.text.SourceReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several files in one text: a line {@code %%% NAME} begins the next. The first is the main one.
 */
final class FileTree implements SourceReader {
  static final String MAIN = "/main";
  private static final String MARK = "%%% ";

  private final Map<String, StringBuilder> files = new TreeMap<>();

  FileTree(String text) {
    StringBuilder file = file(MAIN);
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(MARK)) {
        file = file(absolute(line.substring(MARK.length())));
      } else {
        file.append(line).append('\n');
      }
    }
  }

  private StringBuilder file(String name) {
    return files.computeIfAbsent(name, _ -> new StringBuilder());
  }

  @Override
  public Content read(String path) {
    StringBuilder text = files.get(absolute(path));
    return text == null
        ? new Content.Missing()
        : new Content.Lines(text.toString().lines().toList());
  }

  @Override
  public List<String> list(String directory) {
    String absolute = absolute(directory);
    String prefix = absolute.endsWith("/") ? absolute : absolute + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()).replaceFirst("/.*", ""))
        .distinct()
        .toList();
  }

  @Override
  public String absolute(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }
}
