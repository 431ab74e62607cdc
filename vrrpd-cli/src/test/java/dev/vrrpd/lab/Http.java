package dev.vrrpd.lab;

/** Web servers and clients of the lab, all of them real programs. */
public final class Http {
  private static final String DEFAULTS =
      """
      defaults
        mode http
        timeout connect 2s
        timeout client 5s
        timeout server 5s
      """;

  private Http() {}

  /** Serves one answer at {@code /}. */
  public static Program serve(Node node, String address, int port, String answer) {
    String directory = "www-" + port;
    var index = node.write(directory + "/index.html", answer + "\n");
    Program server =
        node.start(
            "web-" + port,
            System.getProperty("java.home") + "/bin/jwebserver",
            "-J-XX:-UsePerfData",
            "-b",
            address,
            "-p",
            Integer.toString(port),
            "-d",
            index.getParent().toString());
    server.awaitLine("Serving");
    return server;
  }

  /** haproxy in the foreground, for HTTP and impatient; {@code configuration} is the rest. */
  public static Program haproxy(Node node, String configuration) {
    return node.start(
        "haproxy",
        "/usr/sbin/haproxy",
        "-db",
        "-f",
        node.write("haproxy.cfg", DEFAULTS + configuration).toString());
  }

  /**
   * What a client gets. It tries for some seconds, as a browser would: its ARP cache may be a
   * moment behind.
   */
  public static String get(Node client, String url) {
    return client
        .exec(
            "curl",
            "--silent",
            "--show-error",
            "--fail",
            "--connect-timeout",
            "1",
            "--max-time",
            "3",
            "--retry",
            "10",
            "--retry-all-errors",
            "--retry-delay",
            "1",
            url)
        .lines()
        .reduce((_, last) -> last)
        .orElse("");
  }
}
