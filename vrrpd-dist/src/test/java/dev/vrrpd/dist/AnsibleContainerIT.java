package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;

/**
 * config-examples/unicast-ansible on two machines with systemd: the playbook as it is, run on each
 * of them for itself, because no engine's network has a machine with keys for the others.
 */
@Needs(engine = true, programs = "debootstrap")
class AnsibleContainerIT {
  private static final String IMAGE = "vrrpd-test/ansible:12";
  private static final String ADDRESS = "192.168.100.35";
  private static final Path EXAMPLE = Shell.ROOT.resolve("config-examples/unicast-ansible");

  @Test
  void thePlaybookMakesAPairThatSurvivesHaproxyAndVrrpd() throws IOException {
    Images.ansible(IMAGE);
    try (Network lan = Machine.network("192.168.43.0/24");
        Machine vm1 = machine(lan);
        Machine vm2 = machine(lan)) {
      String inventory =
          Files.readString(EXAMPLE.resolve("inventory.yaml"))
              .replace("192.168.42.35", vm1.address())
              .replace("192.168.42.36", vm2.address());
      CompletableFuture<String> second =
          CompletableFuture.supplyAsync(() -> play(vm2, "vm2", inventory));
      assertThat(play(vm1, "vm1", inventory)).contains("failed=0");
      assertThat(second.join()).contains("failed=0");

      Machine.awaitHolder(vm1, vm2, ADDRESS);
      assertThat(play(vm1, "vm1", inventory)).as("a second run").contains("changed=0");
      asTheDocumentWants(vm1);

      // 110 without haproxy's 20 against 100 with them.
      vm1.exec("systemctl", "stop", "haproxy.service");
      Machine.awaitHolder(vm2, vm1, ADDRESS);
      vm1.exec("systemctl", "start", "haproxy.service");
      Machine.awaitHolder(vm1, vm2, ADDRESS);
      vm1.exec("systemctl", "stop", "keepalived");
      Machine.awaitHolder(vm2, vm1, ADDRESS);
      vm1.exec("systemctl", "start", "keepalived");
      Machine.awaitHolder(vm1, vm2, ADDRESS);
    }
  }

  private static Machine machine(Network lan) {
    return Machine.withSystemd(
        IMAGE, lan, List.of(Capability.NET_ADMIN, Capability.NET_RAW, Capability.SYS_ADMIN));
  }

  /** The last lines of what Ansible says. */
  private static String play(Machine machine, String name, String inventory) {
    if (machine.attempt("test", "-d", "/root/example").getExitCode() != 0) {
      Machine.awaitSystemd(machine);
      machine.copy(EXAMPLE.toString(), "/root/example");
      machine.copy(System.getProperty("vrrpd.deb"), "/root/vrrpd.deb");
      machine.write("/root/example/inventory.yaml", inventory);
      // haproxy looks its servers up; without an answer it waits for minutes.
      machine.exec("sh", "-c", "echo 127.0.0.1 web-server1 web-server2 >> /etc/hosts");
    }
    return machine.exec(
        "sh",
        "-c",
        "cd /root/example && LC_ALL=C.UTF-8 ansible-playbook -c local -l "
            + name
            + " -i inventory.yaml infra.yaml -e vrrpd_deb=/root/vrrpd.deb"
            + " -e vrrpd_interface=eth0 -e haproxy_update_cache=false 2>&1 || exit 1");
  }

  /** No warnings about scripts, a check by its own user, the peer's address, the metrics. */
  private static void asTheDocumentWants(Machine machine) {
    assertThat(machine.exec("journalctl", "--no-pager"))
        .contains("(shared) Entering MASTER STATE")
        .doesNotContain("WARNING - default user", "SECURITY VIOLATION");
    assertThat(machine.exec("cat", "/etc/vrrpd/vrrpd.conf"))
        .contains("_user keepalived_script", "_pass \"change m\"");
    assertThat(machine.exec("id", "-u", "keepalived_script").strip()).isNotEqualTo("0");
    assertThat(machine.exec("curl", "-fsS", "http://127.0.0.1:9165/metrics"))
        .contains("keepalived_up 1", "keepalived_script_status{name=\"haproxy_listens\"} 1");
  }
}
