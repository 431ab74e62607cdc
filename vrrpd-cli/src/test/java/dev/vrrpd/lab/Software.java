package dev.vrrpd.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The daemons that a configuration can be given to; both take the same command line. */
public enum Software {
  KEEPALIVED,
  VRRPD;

  /** The source tree, from the build. */
  public static final Path ROOT =
      Path.of(System.getProperty("vrrpd.root", "..")).toAbsolutePath().normalize();

  /** What users install, with a Java runtime of its own; empty: the source tree. */
  private static final String DISTRIBUTION = System.getProperty("vrrpd.home", "");

  /** Starts it in the foreground, with its log on the console and all details. */
  public Program start(Node node, String configuration, String... more) {
    var arguments =
        new ArrayList<>(List.of("-n", "-l", "-D", "-f", configure(node, configuration)));
    arguments.addAll(List.of(more));
    return startWith(node, arguments);
  }

  /** Starts it with a command line of the test's own. */
  public Program startWith(Node node, List<String> arguments) {
    return node.start(word(), command(arguments));
  }

  /**
   * Writes the configuration to where {@link #start} reads it; a running daemon sees it at its next
   * SIGHUP.
   */
  public String configure(Node node, String configuration) {
    return node.write(word() + ".conf", configuration).toString();
  }

  /**
   * The program as an operator types it, for vrrpd with the Java of this test and no build under
   * way.
   */
  public List<String> command(List<String> arguments) {
    var words =
        new ArrayList<>(
            switch (this) {
              case KEEPALIVED -> List.of("/usr/sbin/keepalived");
              case VRRPD ->
                  DISTRIBUTION.isEmpty()
                      ? List.of(
                          "env",
                          "JAVA_HOME=" + System.getProperty("java.home"),
                          "VRRPD_AS_BUILT=1",
                          ROOT.resolve("bin/keepalived").toString())
                      : List.of(DISTRIBUTION + "/bin/keepalived");
            });
    words.addAll(arguments);
    return words;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
