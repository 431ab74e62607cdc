package dev.vrrpd.daemon;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the daemon calls itself.
 *
 * @param name such as {@code Keepalived v2.4.3} or {@code vrrpd 0.1.0}
 * @param ident of its syslog lines
 */
public record Banner(String name, String ident) {

  List<String> starting(List<String> commandLine) {
    return List.of(
        "Starting " + name,
        "Running on %s %s %s (Java %s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.version()),
        commandLine.stream().collect(Collectors.joining("' '", "Command line: '", "'")));
  }

  String stopped() {
    return "Stopped " + name;
  }
}
