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
  void inKeepalivedsPlace() {
    Images.machine("vrrpd-test/keepalived:12", "bookworm", "keepalived");
    try (Network lan = Machine.network("172.31.236.0/24");
        Machine machine = Machine.withSystemd("vrrpd-test/keepalived:12", lan, CAPABILITIES)) {
      Machine.awaitSystemd(machine);
      String configuration = SystemdContainerIT.configuration(51, ADDRESS + "/24");
      machine.write("/etc/keepalived/keepalived.conf", configuration);
      machine.exec("systemctl", "restart", "keepalived");
      awaitHeld(machine);
      machine.copy(System.getProperty("vrrpd.deb"), "/root/vrrpd_0.1.0_amd64.deb");
      for (String command :
          Instructions.below("docs/replacing-keepalived.md", "On Debian and Ubuntu").commands()) {
        type(machine, command);
      }
      awaitHeld(machine);
      assertThat(machine.exec("systemctl", "show", "--value", "-p", "StatusText", "keepalived"))
          .startsWith("1 instances: 1 MASTER");
      assertThat(machine.exec("sh", "-c", "keepalived --version 2>&1")).contains("vrrpd");
      assertThat(machine.exec("cat", "/etc/keepalived/keepalived.conf")).isEqualTo(configuration);
      assertThat(machine.attempt("dpkg", "-s", "keepalived").getStdout())
          .doesNotContain("Status: install ok installed");
    }
  }

  /** The README's line, with a network, a directory and an image of the test's. */
  @Test
  void inAContainer() throws IOException {
    Images.make();
    Files.writeString(
        directory.resolve("vrrpd.conf"), SystemdContainerIT.configuration(51, ADDRESS + "/24"));
    String line =
        Instructions.below("README.md", "In a container, as a sidecar")
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
