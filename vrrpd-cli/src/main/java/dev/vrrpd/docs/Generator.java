package dev.vrrpd.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the generated documents, or compares them with what is there ({@code --check}).
 *
 * <p>Usage: {@code dev.vrrpd.docs.Generator [--check] DIRECTORY}
 */
public final class Generator {
  private Generator() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    boolean check = words.contains("--check");
    Path directory = Path.of(words.isEmpty() ? "docs" : words.getLast());
    System.exit(check ? compare(directory) : write(directory));
  }

  /**
   * Every generated document by its path below the directory of documents.
   *
   * @param root of the source tree, whose tests are looked at
   */
  static Map<String, String> pages(Path root) throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("configuration.md", ReferencePage.text());
    pages.put("coverage.md", CoveragePage.text(Proofs.in(root)));
    pages.put("diagnostics.md", DiagnosticsPage.text());
    pages.put("man/vrrpd.conf.5", ManualPage.text());
    pages.put("vrrpd.schema.json", SchemaPage.text());
    return pages;
  }

  private static Path root(Path directory) {
    return directory.toAbsolutePath().normalize().getParent();
  }

  private static int write(Path directory) throws IOException {
    for (var page : pages(root(directory)).entrySet()) {
      Path file = directory.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
    return 0;
  }

  private static int compare(Path directory) throws IOException {
    int status = 0;
    for (var page : pages(root(directory)).entrySet()) {
      Path file = directory.resolve(page.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
        System.err.println(file + " is not what the table says: bin/dev docs");
        status = 1;
      }
    }
    return status;
  }
}
