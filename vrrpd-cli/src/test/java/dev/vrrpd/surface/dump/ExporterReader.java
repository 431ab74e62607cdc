package dev.vrrpd.surface.dump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code keepalived.data} and {@code keepalived.stats} as strictly as the exporter that most
 * people run; throws where it would give up.
 */
final class ExporterReader {
  private static final Set<String> STATES = Set.of("INIT", "BACKUP", "MASTER", "FAULT");
  private static final Set<String> SECTIONS =
      Set.of("Advertisements", "Packet Errors", "Authentication Errors", "Priority Zero");

  /** A virtual address with the device it takes from the third word. */
  record Address(String address, String device) {}

  static final class Instance {
    String name = "";
    String state = "";
    String wanted = "";
    String link = "";
    int announcementDelay = -1;
    int vrid = -1;
    final List<Address> addresses = new ArrayList<>();
    final List<Address> excluded = new ArrayList<>();
  }

  record Script(String name, String status, String state) {}

  final List<Instance> instances = new ArrayList<>();
  final Map<String, Script> scripts = new LinkedHashMap<>();

  static ExporterReader data(String text) {
    ExporterReader reader = new ExporterReader();
    reader.readInstances(text);
    reader.readScripts(text);
    return reader;
  }

  private void readInstances(String text) {
    Instance current = null;
    List<Address> list = null;
    for (String line : text.lines().toList()) {
      if (line.startsWith(" VRRP Instance") && line.contains("=")) {
        current = new Instance();
        current.name = value(line);
        instances.add(current);
        list = null;
      } else if (!line.startsWith("   ")
          && !line.startsWith(" VRRP Version")
          && !line.startsWith(" VRRP Script")) {
        current = null;
      } else if (current != null && line.startsWith("     ") && list != null) {
        String[] words = line.strip().split(" ", -1);
        if (words.length >= 3) {
          list.add(new Address(words[0], words[2]));
        }
      } else if (current != null && !line.startsWith("     ")) {
        list = property(current, line);
      }
    }
  }

  private static List<Address> property(Instance instance, String line) {
    String key = line.contains("=") ? line.substring(0, line.indexOf('=')).strip() : line.strip();
    switch (key) {
      case "State" -> instance.state = state(value(line));
      case "Wantstate" -> instance.wanted = state(value(line));
      case "Interface" -> instance.link = value(line);
      case "Gratuitous ARP delay" -> instance.announcementDelay = Integer.parseInt(value(line));
      case "Virtual Router ID" -> instance.vrid = Integer.parseInt(value(line));
      default -> {
        if (key.startsWith("Virtual IP Excluded")) {
          return instance.excluded;
        }
        return key.startsWith("Virtual IP (") || key.equals("Virtual IP")
            ? instance.addresses
            : null;
      }
    }
    return null;
  }

  private void readScripts(String text) {
    String name = null;
    String status = null;
    for (String line : text.lines().toList()) {
      if (line.startsWith(" VRRP Script =")) {
        name = value(line);
      } else if (name != null && line.startsWith("   Status =")) {
        status = oneOf(value(line), Set.of("BAD", "GOOD"));
      } else if (name != null && line.startsWith("   State =")) {
        String state =
            oneOf(
                value(line),
                Set.of("idle", "running", "requested termination", "forcing termination"));
        scripts.put(name, new Script(name, status, state));
        name = null;
      }
    }
  }

  /** Instance to section and key to number. */
  static Map<String, Map<String, Long>> stats(String text) {
    Map<String, Map<String, Long>> instances = new LinkedHashMap<>();
    Map<String, Long> current = null;
    String section = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("VRRP Instance:")) {
        current = new LinkedHashMap<>();
        instances.put(line.substring(line.indexOf(':') + 1).strip(), current);
      } else if (line.startsWith("    ")) {
        String[] parts = line.strip().split(": ", 2);
        long number = Long.parseLong(parts[1]);
        if (SECTIONS.contains(section)) {
          current.put(section + "/" + parts[0], number);
        }
      } else if (line.endsWith(":")) {
        section = line.strip().replace(":", "");
      } else {
        String[] parts = line.strip().split(": ", 2);
        current.put(parts[0], Long.parseLong(parts[1]));
      }
    }
    return instances;
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 1).strip();
  }

  private static String state(String word) {
    return oneOf(word, STATES);
  }

  private static String oneOf(String word, Set<String> allowed) {
    if (!allowed.contains(word)) {
      throw new IllegalArgumentException("the exporter does not know '" + word + "'");
    }
    return word;
  }
}
