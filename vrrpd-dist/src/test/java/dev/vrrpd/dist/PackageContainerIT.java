package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.Network;

/**
 * The .deb on a clean Debian: no Java, no systemd; and the keepalived of that Debian as its peer.
 */
@Needs(engine = true, programs = "debootstrap")
class PackageContainerIT {
  private static final String ADDRESS = "172.31.241.100";
  private static final List<Capability> CAPABILITIES =
      List.of(Capability.NET_ADMIN, Capability.NET_RAW);

  private static String configuration(int priority) {
    return """
    vrrp_instance pair {
        interface eth0
        virtual_router_id 41
        priority %d
        advert_int 1
        virtual_ipaddress {
            %s/24
        }
    }
    """
        .formatted(priority, ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({"12, bookworm", "13, trixie"})
  void theDebAloneInstallsRunsBesideKeepalivedUpgradesAndGoes(String version, String suite) {
    String clean = "vrrpd-test/clean:" + version;
    String peer = "vrrpd-test/keepalived:" + version;
    Images.debian(clean, suite, "iproute2", "procps");
    Images.machine(peer, suite, "keepalived");
    try (Network lan = Machine.network("172.31.241.0/24");
        Machine ours = new Machine(clean, lan, CAPABILITIES);
        Machine theirs = new Machine(peer, lan, CAPABILITIES)) {
      assertThat(ours.attempt("sh", "-c", "command -v java").getExitCode()).isNotZero();
      ours.copy(System.getProperty("vrrpd.deb"), "/tmp/vrrpd.deb");
      ours.exec("dpkg", "-i", "/tmp/vrrpd.deb");
      installed(ours);
      withoutRoot(ours);
      failover(ours, theirs);
      goes(ours);
    }
  }

  private static void installed(Machine ours) {
    assertThat(ours.exec("readlink", "-f", "/usr/sbin/keepalived").strip())
        .isEqualTo("/usr/lib/vrrpd/bin/vrrpd");
    assertThat(ours.exec("sh", "-c", "keepalived --version 2>&1")).startsWith("Keepalived v");
    assertThat(ours.exec("sh", "-c", "vrrpd --version 2>&1")).startsWith("vrrpd ");
    ours.exec("test", "-e", "/etc/vrrpd/vrrpd.conf.example");
    ours.exec("test", "-e", "/usr/lib/systemd/system/vrrpd.service");
  }

  private static void failover(Machine ours, Machine theirs) {
    ours.write("/etc/keepalived/keepalived.conf", configuration(150));
    theirs.write("/etc/keepalived/keepalived.conf", configuration(100));
    theirs.exec("keepalived");
    start(ours);
    Machine.awaitHolder(ours, theirs, ADDRESS);
    dumps(ours);
    signal(ours, "KILL");
    // What the unit's ExecStopPost does.
    ours.exec("/usr/lib/vrrpd/bin/keepalived", "cleanup");
    assertThat(ours.exec("find", "/tmp", "/root", "-name", "*.so"))
        .as("libraries that the killed daemon has left")
        .isEmpty();
    Machine.awaitHolder(theirs, ours, ADDRESS);
    start(ours);
    Machine.awaitHolder(ours, theirs, ADDRESS);
    signal(ours, "KILL");
    Waiting.until(
        "the peer has the address",
        () -> theirs.holds(ADDRESS),
        () -> ours.exec("cat", "/tmp/log"));
    // What a crash left is taken up by the next start.
    start(ours);
    Machine.awaitHolder(ours, theirs, ADDRESS);
    signal(ours, "TERM");
    Machine.awaitHolder(theirs, ours, ADDRESS);
  }

  /** The unit's own command line, without the unit. */
  private static void start(Machine ours) {
    ours.exec("sh", "-c", "/usr/lib/vrrpd/bin/keepalived --dont-fork -l >> /tmp/log 2>&1 &");
  }

  /** An ordinary user with the capabilities alone, and what that user is told is missing. */
  private static void withoutRoot(Machine ours) {
    ours.write("/tmp/nobody.conf", configuration(255));
    ours.exec("chmod", "644", "/tmp/nobody.conf");
    ours.exec("sh", "-c", asNobody("+net_admin,+net_raw") + " > /tmp/nobody.log 2>&1 &");
    Waiting.until(
        "nobody holds the address",
        () -> ours.holds(ADDRESS),
        () -> ours.exec("cat", "/tmp/nobody.log"));
    assertThat(ours.exec("cat", "/tmp/nobody.log"))
        .contains("CAP_SYS_NICE is missing: adverts may be late on a busy machine")
        .doesNotContain("CAP_NET");
    ours.exec("sh", "-c", "kill $(cat /tmp/nobody.pid)");
    Waiting.until(
        "the address is gone",
        () -> !ours.holds(ADDRESS),
        () -> ours.exec("cat", "/tmp/nobody.log"));

    ExecResult refused = ours.attempt("sh", "-c", asNobody("+net_admin") + " 2>&1");
    assertThat(refused.getExitCode()).as(refused.getStdout()).isNotZero();
    assertThat(refused.getStdout())
        .contains("CAP_NET_RAW is missing: advertisements can neither be sent nor received");
  }

  private static String asNobody(String capabilities) {
    return "setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all,%s --ambient-caps=-all,%s"
            .formatted(capabilities, capabilities)
        + " timeout 20 vrrpd --config /tmp/nobody.conf --pid=/tmp/nobody.pid";
  }

  private static void signal(Machine ours, String signal) {
    ours.exec("sh", "-c", "kill -" + signal + " $(cat /run/keepalived.pid)");
  }

  /** The signals for which the JVM would have no handler: the launcher has to block them. */
  private static void dumps(Machine ours) {
    awaitJson(ours, "\"become_master\":1");
    signal(ours, "$(keepalived --signum=STATS_CLEAR)");
    awaitJson(ours, "\"become_master\":0");
  }

  private static void awaitJson(Machine ours, String text) {
    Waiting.until(
        "keepalived.json has " + text,
        () -> {
          signal(ours, "$(keepalived --signum=JSON)");
          return ours.attempt("cat", "/tmp/keepalived.json").getStdout().contains(text);
        },
        () -> ours.attempt("cat", "/tmp/keepalived.json", "/tmp/log").getStdout());
  }

  private static void goes(Machine ours) {
    ours.exec("dpkg", "-i", "/tmp/vrrpd.deb");
    installed(ours);
    ours.exec("dpkg", "--remove", "vrrpd");
    assertThat(ours.attempt("test", "-e", "/usr/sbin/keepalived").getExitCode()).isNotZero();
    assertThat(ours.attempt("test", "-e", "/usr/lib/vrrpd").getExitCode()).isNotZero();
    ours.exec("test", "-e", "/etc/vrrpd/vrrpd.conf.example");
    ours.exec("dpkg", "--purge", "vrrpd");
    assertThat(ours.attempt("test", "-e", "/etc/vrrpd").getExitCode()).isNotZero();
  }
}
