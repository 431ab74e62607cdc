package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.containers.Network;

/** What a new user types: the commands of README.md and of the page for users of keepalived. */
@Needs(engine = true, programs = "debootstrap")
class ReadmeContainerIT {
  private static final String ADDRESS = "172.31.236.100";
  private static final List<Capability> CAPABILITIES =
      List.of(Capability.NET_ADMIN, Capability.NET_RAW, Capability.SYS_ADMIN);

  @TempDir Path directory;

  @Test
  void asAService() {
    Images.machine("vrrpd-test/systemd:13", "trixie");
    try (Network lan = Machine.network("172.31.236.0/24");
        Machine machine = Machine.withSystemd("vrrpd-test/systemd:13", lan, CAPABILITIES)) {
      Machine.awaitSystemd(machine);
      machine.copy(
          System.getProperty("vrrpd.deb"), "/root/vrrpd-dist/target/vrrpd_0.1.0_amd64.deb");
      for (String command : Instructions.below("README.md", "As a service").commands()) {
        if (!command.equals("bin/dev dist")) { // which has made the package
          type(machine, command);
        }
      }
      assertThat(machine.exec("systemctl", "is-active", "vrrpd").strip()).isEqualTo("active");
      Waiting.until(
          "the example's address is there",
          () -> machine.holds("192.0.2.10"),
          () -> machine.exec("journalctl", "--no-pager"));
    }
  }

  @Test
  void inKeepalivedsPlaceAndBack() {
    Images.withKeepalived("vrrpd-test/swap:12", "bookworm");
    try (Network lan = Machine.network("172.31.236.0/24");
        Machine machine = Machine.withSystemd("vrrpd-test/swap:12", lan, CAPABILITIES)) {
      Machine.awaitSystemd(machine);
      String configuration = SystemdContainerIT.configuration(51, ADDRESS + "/24");
      machine.write("/etc/keepalived/keepalived.conf", configuration);
      machine.exec("systemctl", "restart", "keepalived");
      awaitHeld(machine);
      machine.copy(System.getProperty("vrrpd.deb"), "/root/vrrpd_0.1.0_amd64.deb");

      follow(machine, "On Debian and Ubuntu");
      runsVrrpd(machine);
      machine.exec("dpkg", "--purge", "keepalived");
      machine.exec("systemctl", "restart", "vrrpd");
      runsVrrpd(machine);

      follow(machine, "And back");
      runsKeepalived(machine);
      assertThat(machine.exec("cat", "/etc/keepalived/keepalived.conf")).isEqualTo(configuration);

      // For the first time again, without apt, and with a service that its operator has switched
      // off.
      machine.exec("dpkg", "--purge", "vrrpd");
      machine.exec("systemctl", "disable", "--now", "keepalived");
      machine.exec("dpkg", "-i", "/root/vrrpd_0.1.0_amd64.deb");
      assertThat(machine.attempt("systemctl", "is-active", "vrrpd").getStdout())
          .startsWith("inactive");
      assertThat(machine.attempt("systemctl", "is-enabled", "vrrpd").getStdout())
          .startsWith("disabled");
      assertThat(machine.holds(ADDRESS)).isFalse();
      machine.exec("systemctl", "enable", "--now", "vrrpd");
      runsVrrpd(machine);
    }
  }

  private static void follow(Machine machine, String heading) {
    for (String command : Instructions.below("docs/replacing-keepalived.md", heading).commands()) {
      type(machine, command);
    }
  }

  private static void runsVrrpd(Machine machine) {
    awaitHeld(machine);
    assertThat(machine.exec("systemctl", "show", "--value", "-p", "StatusText", "keepalived"))
        .startsWith("1 instances: 1 MASTER");
    assertThat(machine.exec("sh", "-c", "keepalived --version 2>&1")).contains("vrrpd");
    assertThat(machine.attempt("dpkg", "-s", "keepalived").getStdout())
        .doesNotContain("Status: install ok installed");
  }

  private static void runsKeepalived(Machine machine) {
    awaitHeld(machine);
    assertThat(machine.exec("sh", "-c", "keepalived --version 2>&1"))
        .startsWith("Keepalived v")
        .doesNotContain("vrrpd");
    assertThat(machine.exec("systemctl", "is-enabled", "keepalived").strip()).isEqualTo("enabled");
    assertThat(machine.attempt("pidof", "java").getStdout()).isBlank();
    assertThat(machine.attempt("test", "-e", "/usr/lib/vrrpd").getExitCode()).isNotZero();
    assertThat(machine.exec("systemctl", "--failed", "--no-legend")).isBlank();
  }

  /** The page's line, with a network, a directory and an image of the test's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"README.md | In a container, as a sidecar", "docs/containers.md | The image"})
  void inAContainer(String page, String heading) throws IOException {
    Images.make();
    Files.writeString(
        directory.resolve("vrrpd.conf"), SystemdContainerIT.configuration(51, ADDRESS + "/24"));
    String line =
        Instructions.below(page, heading)
            .command("docker run ")
            .replace("--network host", "--name vrrpd-test-readme")
            .replace("-v /etc/vrrpd:", "-v " + directory + ":")
            .replaceFirst(" vrrpd$", " " + Images.VRRPD)
            .replace("docker run", "docker run -d");
    try {
      Engine.type(line, Map.of()).orFail();
      Waiting.until(
          "the container holds the address",
          () ->
              Shell.run("docker", "exec", "vrrpd-test-readme", "ip", "-o", "address")
                  .contains(ADDRESS + "/24"),
          () -> Shell.run("docker", "logs", "vrrpd-test-readme"));
    } finally {
      Shell.run("docker", "rm", "-f", "vrrpd-test-readme");
    }
  }

  private static void awaitHeld(Machine machine) {
    Waiting.until(
        "the address is there",
        () -> machine.holds(ADDRESS),
        () -> machine.exec("journalctl", "--no-pager"));
  }

  /** As root without sudo, with a yes to what apt asks. */
  private static void type(Machine machine, String command) {
    machine.exec(
        "sh",
        "-c",
        "cd /root; sudo() { \"$@\"; }; PAGER=cat; export PAGER; yes | { " + command + "; }");
  }
}
