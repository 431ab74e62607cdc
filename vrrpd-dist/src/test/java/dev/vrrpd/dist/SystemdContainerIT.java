package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.containers.Network;

/**
 * The service as systemd runs it: process 1 of a container is the systemd of Debian 12 (252, which
 * knows no {@code notify-reload}) or of Debian 13 (257).
 */
@Needs(engine = true, programs = "debootstrap")
class SystemdContainerIT {
  private static final String ADDRESS = "172.31.237.100";
  private static final String SECOND = "172.31.237.101";
  private static final String OTHER = "172.31.237.102";

  static String configuration(int vrid, String... addresses) {
    return """
    vrrp_instance router_%d {
        interface eth0
        virtual_router_id %d
        priority 255
        virtual_ipaddress {
            %s
        }
    }
    """
        .formatted(vrid, vrid, String.join("\n        ", addresses));
  }

  @ParameterizedTest
  @CsvSource({"12, bookworm, notify", "13, trixie, notify-reload"})
  void theServiceTellsSystemdWhatItDoesAndSystemdKeepsItRunning(
      String version, String suite, String type) {
    String image = "vrrpd-test/systemd:" + version;
    Images.debian(image, suite, "systemd", "iproute2", "procps");
    try (Network lan = Machine.network("172.31.237.0/24");
        Machine machine =
            Machine.withSystemd(
                image,
                lan,
                List.of(
                    Capability.NET_ADMIN,
                    Capability.NET_RAW,
                    Capability.SYS_NICE,
                    Capability.SYS_ADMIN))) {
      installed(machine);
      starts(machine, type);
      reloads(machine);
      refuses(machine);
      survivesKill(machine);
      survivesStandstill(machine);
      secondOneBesideIt(machine);
      upgrades(machine);
      stops(machine);
    }
  }

  private static void installed(Machine machine) {
    Machine.awaitSystemd(machine);
    machine.exec("systemctl", "log-level", "debug");
    machine.copy(System.getProperty("vrrpd.deb"), "/root/vrrpd.deb");
    machine.exec("dpkg", "-i", "/root/vrrpd.deb");
    assertThat(show(machine, "ActiveState")).as("nothing is configured").isEqualTo("inactive");
  }

  private static void starts(Machine machine, String type) {
    machine.write("/etc/vrrpd/vrrpd.conf", configuration(41, ADDRESS));
    machine.exec("systemctl", "enable", "--now", "vrrpd");
    assertThat(show(machine, "ActiveState")).isEqualTo("active");
    assertThat(show(machine, "Type")).isEqualTo(type);
    assertThat(show(machine, "NoNewPrivileges")).isEqualTo("yes");
    awaitHeld(machine, ADDRESS);
    await(
        machine,
        "the state is told in words",
        () -> show(machine, "StatusText").equals("1 instances: 1 MASTER"));
    awaitJournal(machine, "READY=1");
    assertThat(machine.exec("systemctl", "is-active", "keepalived").strip()).isEqualTo("active");
    awaitJournal(machine, "Entering MASTER STATE");
    assertThat(journal(machine)).doesNotContain("SLF4J", "CAP_NET_", "Referenced but unset");
  }

  private static void reloads(Machine machine) {
    String pid = show(machine, "MainPID");
    machine.write("/etc/vrrpd/vrrpd.conf", configuration(41, ADDRESS, SECOND));
    machine.exec("systemctl", "reload", "vrrpd");
    awaitHeld(machine, SECOND);
    assertThat(show(machine, "MainPID")).isEqualTo(pid);
    awaitJournal(machine, "RELOADING=1");
    awaitJournal(machine, "WATCHDOG=1");
  }

  /** systemctl fails, the router goes on, and both say what became of the file. */
  private static void refuses(Machine machine) {
    String pid = show(machine, "MainPID");
    machine.write("/etc/vrrpd/vrrpd.conf", "vrrp_instance router_41 {\n    prioritty 255\n}\n");
    assertThat(machine.attempt("systemctl", "reload", "vrrpd").getExitCode()).isNotZero();
    await(
        machine,
        "the refusal is told",
        () -> show(machine, "StatusText").endsWith("; the last reload was refused"));
    assertThat(show(machine, "MainPID")).isEqualTo(pid);
    assertThat(show(machine, "ActiveState")).isEqualTo("active");
    assertThat(machine.holds(ADDRESS) && machine.holds(SECOND)).isTrue();
    assertThat(journal(machine)).contains("did you mean 'priority'?");
    machine.write("/etc/vrrpd/vrrpd.conf", configuration(41, ADDRESS, SECOND));
  }

  private static void survivesKill(Machine machine) {
    machine.exec("kill", "-KILL", show(machine, "MainPID"));
    awaitJournal(machine, "removing " + Pattern.quote(ADDRESS) + "/32, left by a daemon");
    awaitRestarted(machine, 1);
  }

  /** A loop that turns no more feeds no watchdog. */
  private static void survivesStandstill(Machine machine) {
    machine.write(
        "/etc/systemd/system/vrrpd.service.d/patience.conf", "[Service]\nWatchdogSec=2\n");
    machine.exec("systemctl", "daemon-reload");
    machine.exec("systemctl", "restart", "vrrpd");
    awaitHeld(machine, ADDRESS);
    machine.exec("kill", "-STOP", show(machine, "MainPID"));
    awaitJournal(machine, "Watchdog timeout \\(limit 2s\\)");
    awaitRestarted(machine, 1);
  }

  private static void secondOneBesideIt(Machine machine) {
    machine.write("/etc/vrrpd/blue.conf", configuration(42, OTHER));
    machine.exec("systemctl", "enable", "--now", "vrrpd@blue");
    awaitHeld(machine, OTHER);
    machine.exec("systemctl", "stop", "vrrpd@blue");
    assertThat(machine.holds(OTHER)).isFalse();
    assertThat(machine.holds(ADDRESS)).isTrue();
    machine.exec("systemctl", "disable", "vrrpd@blue");
  }

  private static void upgrades(Machine machine) {
    String pid = show(machine, "MainPID");
    machine.exec("dpkg", "-i", "/root/vrrpd.deb");
    assertThat(show(machine, "ActiveState")).isEqualTo("active");
    assertThat(show(machine, "MainPID")).isNotEqualTo(pid);
    awaitHeld(machine, ADDRESS);
  }

  private static void stops(Machine machine) {
    machine.exec("dpkg", "--remove", "vrrpd");
    assertThat(machine.holds(ADDRESS)).isFalse();
    awaitJournal(machine, "STOPPING=1");
    assertThat(machine.exec("systemctl", "--failed", "--no-legend")).isBlank();
  }

  private static void awaitRestarted(Machine machine, int times) {
    await(
        machine,
        "it has been started again",
        () ->
            show(machine, "NRestarts").equals(String.valueOf(times))
                && show(machine, "ActiveState").equals("active"));
    awaitHeld(machine, ADDRESS);
  }

  private static void awaitHeld(Machine machine, String address) {
    await(machine, "it holds " + address, () -> machine.holds(address));
  }

  private static void awaitJournal(Machine machine, String regex) {
    Pattern pattern = Pattern.compile(regex);
    await(
        machine, "the journal has /" + regex + "/", () -> pattern.matcher(journal(machine)).find());
  }

  private static void await(Machine machine, String what, BooleanSupplier is) {
    Waiting.until(
        what, is, () -> machine.attempt("journalctl", "-n", "300", "--no-pager").getStdout());
  }

  private static String show(Machine machine, String property) {
    return machine.exec("systemctl", "show", "--value", "-p", property, "vrrpd").strip();
  }

  private static String journal(Machine machine) {
    return machine.exec("journalctl", "--no-pager");
  }
}
