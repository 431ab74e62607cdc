package dev.vrrpd.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Straightens our own jars of a distribution where they lie. The same jars give the same octets.
 */
public final class StraightJars {
  private StraightJars() {}

  /**
   * Reads all, then writes.
   *
   * @param arguments the distribution's directory of jars; those named vrrpd* are ours
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> jars = jarsUnder(Path.of(arguments[0]));
    try (URLClassLoader classes = new URLClassLoader(urls(jars))) {
      Straightening straightening =
          new Straightening(ClassHierarchyResolver.ofResourceParsing(classes).cached());
      Map<Path, byte[]> straight = new LinkedHashMap<>(); // written last: all are read until then
      for (Path jar : jars) {
        if (jar.getFileName().toString().startsWith("vrrpd")) {
          straight.put(jar, straightened(jar, straightening));
        }
      }
      for (var jar : straight.entrySet()) {
        Files.write(jar.getKey(), jar.getValue());
      }
    }
  }

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

  private static byte[] straightened(Path jar, Straightening straightening) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipFile old = new ZipFile(jar.toFile());
        ZipOutputStream straight = new ZipOutputStream(octets)) {
      for (ZipEntry entry : Collections.list(old.entries())) {
        byte[] content = old.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        straight.putNextEntry(copy);
        straight.write(
            entry.getName().endsWith(".class") ? straightening.straighten(content) : content);
        straight.closeEntry();
      }
    }
    return octets.toByteArray();
  }
}
