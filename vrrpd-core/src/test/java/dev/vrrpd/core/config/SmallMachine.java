package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * eth0, eth1 and lo; root and nobody; programs below /bin, a text in /etc, and one program below
 * /tmp that all may write; a scope named office.
 */
public record SmallMachine(Duration uptime) implements Machine {
  /** Started long ago. */
  public SmallMachine() {
    this(Duration.ofDays(1));
  }

  @Override
  public boolean linkExists(InterfaceName name) {
    return name.value().matches("eth[01]|lo");
  }

  @Override
  public boolean isLoopback(InterfaceName name) {
    return name.value().equals("lo");
  }

  @Override
  public int mtu(InterfaceName name) {
    return 1500;
  }

  @Override
  public boolean userExists(String user) {
    return user.matches("root|nobody");
  }

  @Override
  public boolean groupExists(String group) {
    return group.matches("root|nogroup");
  }

  @Override
  public Secret secret(String path) {
    return switch (path) {
      case "/etc/key" -> new Secret.Known("hex:" + "ab".repeat(32), false);
      case "/etc/open" -> new Secret.Known("0123456789abcdef0123456789abcdef", true);
      default -> new Secret.Unknown("does not exist");
    };
  }

  @Override
  public OptionalLong number(List<String> directories, String file, String name) {
    return file.equals("rt_scopes") && name.equals("office")
        ? OptionalLong.of(77)
        : OptionalLong.empty();
  }

  @Override
  public ScriptFinding script(Command command, String user) {
    String program = command.words().getFirst();
    if (program.equals("/etc/hostname")) {
      return new ScriptFinding.Missing("cannot be executed by " + user);
    }
    if (program.startsWith("/bin/") && !program.equals("/bin/absent")) {
      return new ScriptFinding.Usable();
    }
    return program.startsWith("/tmp/") && user.equals("root")
        ? new ScriptFinding.Unsafe("/tmp/check", "owner alice, mode 0777")
        : new ScriptFinding.Missing("does not exist");
  }
}
