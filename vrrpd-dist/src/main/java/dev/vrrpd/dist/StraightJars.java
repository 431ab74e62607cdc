package dev.vrrpd.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes one jar of a distribution's many, our own classes straightened. The same jars give the same
 * octets.
 */
public final class StraightJars {
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nMain-Class: dev.vrrpd.command.Main\r\n\r\n";
  private static final LocalDateTime EARLY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StraightJars() {}

  /**
   * Reads all jars, writes one, deletes the others.
   *
   * @param arguments the distribution's directory of jars, those named vrrpd* are ours; the jar
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> jars = jarsUnder(Path.of(arguments[0]));
    Path result = Path.of(arguments[1]);
    OneJar all = new OneJar(Runtime.version().feature());
    try (URLClassLoader classes = new URLClassLoader(urls(jars))) {
      Straightening straightening =
          new Straightening(ClassHierarchyResolver.ofResourceParsing(classes).cached());
      for (Path jar : jars) {
        all.add(jar.getFileName().toString().replace(".jar", ""), content(jar, straightening));
      }
    }
    for (Path jar : jars) {
      Files.delete(jar);
    }
    write(result, all);
  }

  /** In the order of their names. */
  private static List<Path> jarsUnder(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static URL[] urls(List<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static Map<String, byte[]> content(Path jar, Straightening straightening)
      throws IOException {
    boolean ours = jar.getFileName().toString().startsWith("vrrpd");
    Map<String, byte[]> content = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          byte[] octets = zip.getInputStream(entry).readAllBytes();
          boolean straight = ours && entry.getName().endsWith(".class");
          content.put(entry.getName(), straight ? straightening.straighten(octets) : octets);
        }
      }
    }
    return content;
  }

  private static void write(Path jar, OneJar all) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.US_ASCII));
      for (var entry : new TreeMap<>(all.entries()).entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] octets) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EARLY);
    zip.putNextEntry(entry);
    zip.write(octets);
    zip.closeEntry();
  }
}
