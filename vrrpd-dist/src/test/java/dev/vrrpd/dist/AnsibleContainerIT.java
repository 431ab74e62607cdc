package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;

/** config-examples/unicast-ansible, applied by Ansible itself to two machines without systemd. */
@Needs(engine = true, programs = "debootstrap")
class AnsibleContainerIT {
  private static final String IMAGE = "vrrpd-test/ansible:12";
  private static final String ADDRESS = "192.168.100.35";
  private static final Path EXAMPLE = Shell.ROOT.resolve("config-examples/unicast-ansible");
  private static final List<Capability> CAPABILITIES =
      List.of(Capability.NET_ADMIN, Capability.NET_RAW);

  /** The example's inventory, with what is different in containers. */
  private static String inventory(String first, String second) throws IOException {
    return Files.readString(EXAMPLE.resolve("inventory.yaml"))
        .replace("192.168.42.35", first)
        .replace("192.168.42.36", second)
        .replace("ens3", "eth0")
        .replace("vrrpd_0.1.0_amd64.deb", "/tmp/vrrpd.deb")
        .replace("web-server1", "127.0.0.1")
        .replace("web-server2", "127.0.0.1");
  }

  private static String play(Machine machine, String host) {
    return machine.exec(
        "sh",
        "-c",
        "cd /tmp/example && ansible-playbook -i inventory.yaml -c local -l "
            + host
            + " -e ansible_become=false -e vrrpd_manage_service=false"
            + " -e haproxy_manage_service=false infra.yaml");
  }

  private static void apply(Machine machine, String host, String inventory) {
    machine.copy(EXAMPLE.toString(), "/tmp/example");
    machine.copy(System.getProperty("vrrpd.deb"), "/tmp/vrrpd.deb");
    machine.write("/tmp/example/inventory.yaml", inventory);
    // There is no network to update the list of packages from.
    machine.write("/var/lib/apt/periodic/update-success-stamp", "");
    assertThat(play(machine, host)).contains("failed=0");
    assertThat(play(machine, host))
        .as("a second time there is nothing to do")
        .contains("changed=0");
  }

  private static void start(Machine machine) {
    machine.exec("sh", "-c", "haproxy -D -f /etc/haproxy/haproxy.cfg");
    machine.exec("sh", "-c", "/usr/lib/vrrpd/bin/keepalived --dont-fork -l > /tmp/log 2>&1 &");
  }

  private static String address(Machine machine) {
    return machine.exec("hostname", "-I").strip();
  }

  @Test
  void theRolesMakeTwoMachinesThatShareAnAddress() throws IOException {
    Images.debian(
        IMAGE,
        "bookworm",
        "ansible-core",
        "python3-apt",
        "haproxy",
        "iproute2",
        "procps",
        "hostname");
    try (Network lan = Machine.network("172.31.242.0/24");
        Machine vm1 = new Machine(IMAGE, lan, CAPABILITIES);
        Machine vm2 = new Machine(IMAGE, lan, CAPABILITIES)) {
      String inventory = inventory(address(vm1), address(vm2));
      apply(vm1, "vm1", inventory);
      apply(vm2, "vm2", inventory);
      start(vm1);
      start(vm2);
      Machine.awaitHolder(vm1, vm2, ADDRESS);
      assertThat(vm1.exec("cat", "/tmp/log")).doesNotContain("SECURITY VIOLATION", "WARNING");
      vm1.exec("pkill", "haproxy");
      Machine.awaitHolder(vm2, vm1, ADDRESS);
    }
  }
}
