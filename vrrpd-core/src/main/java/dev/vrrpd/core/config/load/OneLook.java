package dev.vrrpd.core.config.load;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A machine that is asked each question once while one configuration is judged: ten thousand
 * instances on an interface cost one look at it, and all are judged by the same answer. Never older
 * than the judgement it serves.
 */
final class OneLook implements Machine {
  private final Machine machine;
  private final Map<InterfaceName, Boolean> links = new HashMap<>();
  private final Map<InterfaceName, Integer> mtus = new HashMap<>();
  private final Map<String, Boolean> users = new HashMap<>();
  private final Map<String, Boolean> groups = new HashMap<>();
  private final Map<Execution, ScriptFinding> scripts = new HashMap<>();
  private final Map<String, Secret> secrets = new HashMap<>();
  private final Map<Lookup, OptionalLong> numbers = new HashMap<>();

  OneLook(Machine machine) {
    this.machine = machine;
  }

  @Override
  public boolean linkExists(InterfaceName name) {
    return links.computeIfAbsent(name, machine::linkExists);
  }

  @Override
  public boolean isLoopback(InterfaceName name) {
    return machine.isLoopback(name);
  }

  @Override
  public int mtu(InterfaceName name) {
    return mtus.computeIfAbsent(name, machine::mtu);
  }

  @Override
  public Duration uptime() {
    return machine.uptime();
  }

  @Override
  public boolean userExists(String user) {
    return users.computeIfAbsent(user, machine::userExists);
  }

  @Override
  public boolean groupExists(String group) {
    return groups.computeIfAbsent(group, machine::groupExists);
  }

  @Override
  public ScriptFinding script(Command command, String user) {
    return scripts.computeIfAbsent(
        new Execution(command, user), asked -> machine.script(asked.command(), asked.user()));
  }

  @Override
  public Secret secret(String path) {
    return secrets.computeIfAbsent(path, machine::secret);
  }

  @Override
  public OptionalLong number(List<String> directories, String file, String name) {
    return numbers.computeIfAbsent(
        new Lookup(directories, file, name),
        asked -> machine.number(asked.directories(), asked.file(), asked.name()));
  }

  private record Execution(Command command, String user) {}

  private record Lookup(List<String> directories, String file, String name) {}
}
