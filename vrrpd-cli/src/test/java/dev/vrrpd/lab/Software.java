package dev.vrrpd.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The daemons that a configuration can be given to; both take the same command line. */
public enum Software {
  KEEPALIVED,
  VRRPD;

  /** The source tree, from the build. */
  public static final Path ROOT =
      Path.of(System.getProperty("vrrpd.root", "..")).toAbsolutePath().normalize();

  /** Starts it in the foreground, with its log on the console and all details. */
  public Program start(Node node, String configuration, String... more) {
    var arguments =
        new ArrayList<>(List.of("-n", "-l", "-D", "-f", configure(node, configuration)));
    arguments.addAll(List.of(more));
    return startWith(node, arguments);
  }

  /** Starts it with a command line of the test's own. */
  public Program startWith(Node node, List<String> arguments) {
    var words = new ArrayList<String>();
    words.add(executable());
    words.addAll(arguments);
    return node.start(words(), environment(), words);
  }

  /**
   * Writes the configuration to where {@link #start} reads it; a running daemon sees it at its next
   * SIGHUP.
   */
  public String configure(Node node, String configuration) {
    return node.write(words() + ".conf", configuration).toString();
  }

  /** The program as an operator types it. */
  public String executable() {
    return switch (this) {
      case KEEPALIVED -> "/usr/sbin/keepalived";
      case VRRPD -> ROOT.resolve("bin/keepalived").toString();
    };
  }

  /** What the program needs in its environment: the Java of this test, and no build under way. */
  public Map<String, String> environment() {
    return switch (this) {
      case KEEPALIVED -> Map.of();
      case VRRPD -> Map.of("JAVA_HOME", System.getProperty("java.home"), "VRRPD_AS_BUILT", "1");
    };
  }

  private String words() {
    return switch (this) {
      case KEEPALIVED -> "keepalived";
      case VRRPD -> "vrrpd";
    };
  }
}
