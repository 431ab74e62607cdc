package dev.vrrpd.dist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The images that the tests run, made once: of Debian's packages and of what was just built. */
final class Images {
  /** Debian with what the systems of the tests consist of beside vrrpd. */
  static final String DEBIAN = "vrrpd-test/debian:12";

  /** The image that users build. */
  static final String VRRPD = "vrrpd-test/vrrpd";

  /** docker/lab's image. */
  static final String LAB = "vrrpd-test/lab";

  /** By this label a run finds what an earlier one has left. */
  private static final String OURS = "dev.vrrpd.test";

  private static final String[] PACKAGES = {
    "haproxy",
    "iproute2",
    "procps",
    "sysvinit-utils",
    "iputils-ping",
    "curl",
    "openssl",
    "busybox",
    "ca-certificates",
    "prometheus",
    "prometheus-haproxy-exporter"
  };

  private static boolean made;

  private Images() {}

  /** Makes them if this run has not yet. */
  static synchronized void make() {
    if (made) {
      return;
    }
    debian(DEBIAN, "bookworm", PACKAGES);
    build(VRRPD, "docker/Dockerfile", Map.of("BASE", DEBIAN, "BUILDER", DEBIAN));
    build(LAB, "docker/lab/Dockerfile", Map.of("VRRPD_IMAGE", VRRPD));
    Shell.run("docker", "image", "prune", "-f", "--filter", "label=" + OURS);
    made = true;
  }

  /** A Debian of that suite with those packages; kept for later runs. */
  static void debian(String name, String suite, String... packages) {
    String[] words = new String[packages.length + 2];
    words[0] = Shell.ROOT.resolve("docker/base-image").toString();
    words[1] = name;
    System.arraycopy(packages, 0, words, 2, packages.length);
    Shell.attempt(Map.of("SUITE", suite), words).orFail();
  }

  /** The same, with systemd as its first process: {@link Machine#withSystemd}. */
  static void machine(String name, String suite, String... packages) {
    List<String> all = new ArrayList<>(List.of("systemd", "iproute2", "procps"));
    all.addAll(List.of(packages));
    debian(name, suite, all.toArray(String[]::new));
  }

  /** One with keepalived, which apt can remove and install again without a mirror. */
  static void withKeepalived(String name, String suite) {
    Shell.attempt(
            Map.of("SUITE", suite, "KEEP", "1"),
            Shell.ROOT.resolve("docker/base-image").toString(),
            name,
            "systemd",
            "iproute2",
            "procps",
            "keepalived",
            "ipvsadm") // which keepalived recommends
        .orFail();
  }

  /** A machine that Ansible can set up, with the packages for which it has no mirror. */
  static void ansible(String name) {
    machine(name, "bookworm", "haproxy", "ansible-core", "python3-apt", "curl");
  }

  private static void build(String name, String file, Map<String, String> arguments) {
    StringBuilder command =
        new StringBuilder("docker build -q --label " + OURS + " -f " + file + " -t " + name);
    arguments.forEach(
        (key, value) -> command.append(" --build-arg ").append(key).append('=').append(value));
    Shell.run("sh", "-c", command + " .");
  }

  /** What the compose files take instead of public images. */
  static Map<String, String> environment() {
    return Map.of(
        "VRRPD_IMAGE", VRRPD,
        "LAB_IMAGE", LAB,
        "NODE_IMAGE", DEBIAN,
        "HAPROXY_IMAGE", DEBIAN,
        "PROMETHEUS_IMAGE", DEBIAN,
        "HAPROXY_EXPORTER_IMAGE", DEBIAN,
        "HAPROXY_EXPORTER", "prometheus-haproxy-exporter",
        "GRAFANA_IMAGE", DEBIAN);
  }
}
