package dev.vrrpd.fuzz;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.value.InterfaceName;

/** A machine that has half of what it is asked for: the name alone decides, the same each time. */
record WhimsicalMachine() implements Machine {
  private static final int USUAL_MTU = 1500;
  private static final int LEAST_MTU = 68;

  private static int whim(String name, int choices) {
    return Math.floorMod(name.hashCode(), choices);
  }

  @Override
  public boolean linkExists(InterfaceName name) {
    return whim(name.value(), 4) != 0;
  }

  @Override
  public boolean isLoopback(InterfaceName name) {
    return name.value().equals("lo");
  }

  @Override
  public int mtu(InterfaceName name) {
    return whim(name.value(), 3) == 0 ? LEAST_MTU : USUAL_MTU;
  }

  @Override
  public boolean userExists(String user) {
    return whim(user, 3) != 0;
  }

  @Override
  public boolean groupExists(String group) {
    return whim(group, 3) != 0;
  }

  @Override
  public Secret secret(String path) {
    return switch (whim(path, 3)) {
      case 0 -> new Secret.Unknown("does not exist");
      case 1 -> new Secret.Known("hex:" + "ab".repeat(32), true);
      default -> new Secret.Known(path, false);
    };
  }

  @Override
  public ScriptFinding script(Command command, String user) {
    return switch (whim(command.words().getFirst(), 3)) {
      case 0 -> new ScriptFinding.Missing("does not exist");
      case 1 -> new ScriptFinding.Unsafe("/tmp", "owner " + user + ", mode 0777");
      default -> new ScriptFinding.Usable();
    };
  }
}
