package dev.vrrpd.dist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many jars as one. Whoever looks for a resource that no jar has opens them all and reads their
 * tables of contents, which the JDK itself does twice at each start (for a logger and for time
 * zones). Of what is there for several versions of Java it takes what this one would. What two jars
 * have under one name (licences, for the most part) is kept under {@code META-INF/of/}. Forgets
 * manifests, indexes, signatures and descriptions of modules.
 */
final class OneJar {
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([0-9]+)/(.+)");
  private static final Pattern FORGOTTEN =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|[^/]+\\.(SF|RSA|DSA|EC))|(.*/)?module-info\\.class");

  private final int java;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /**
   * @param java the version that will run it
   */
  OneJar(int java) {
    this.java = java;
  }

  /** What was added before goes first, as on a class path. */
  void add(String jar, Map<String, byte[]> content) {
    for (var entry : ofThisJava(content).entrySet()) {
      String name = entry.getKey();
      if (FORGOTTEN.matcher(name).matches()) {
        continue;
      }
      if (entries.putIfAbsent(name, entry.getValue()) != null) {
        keepBeside(jar, name, entry.getValue());
      }
    }
  }

  private void keepBeside(String jar, String name, byte[] octets) {
    if (name.startsWith("META-INF/services/") || name.endsWith(".class")) {
      throw new IllegalArgumentException(jar + " has another " + name);
    }
    String rest = name.startsWith("META-INF/") ? name.substring("META-INF/".length()) : name;
    entries.put("META-INF/of/" + jar + "/" + rest, octets);
  }

  private Map<String, byte[]> ofThisJava(Map<String, byte[]> content) {
    Map<String, byte[]> chosen = new TreeMap<>();
    Map<String, Integer> versions = new TreeMap<>();
    content.forEach((path, octets) -> {
      Matcher versioned = VERSIONED.matcher(path);
      boolean general = !versioned.matches();
      int version = general ? 0 : Integer.parseInt(versioned.group(1));
      String name = general ? path : versioned.group(2);
      if (version <= java && version >= versions.getOrDefault(name, 0)) {
        versions.put(name, version);
        chosen.put(name, octets);
      }
    });
    return chosen;
  }

  Map<String, byte[]> entries() {
    return Map.copyOf(entries);
  }
}
