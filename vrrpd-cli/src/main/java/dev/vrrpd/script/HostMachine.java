package dev.vrrpd.script;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.script.ScriptFinder.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** This host, as a configuration asks about it. Reads files only; never on the loop. */
public final class HostMachine implements Machine {
  /** Of the calling thread's network namespace, whatever the process's first thread is in. */
  private static final Path LINKS = Path.of("/proc/thread-self/net/dev");

  private static final int USUAL_MTU = 1500;

  /** "hex:", two digits for each octet, an end of line; as keepalived has it. */
  private static final int LONGEST_SECRET = 140;

  /** Whether a weakness matters is the configuration's decision, so here it is only reported. */
  private static final GlobalConfig REPORT_ONLY = GlobalConfig.STANDARD;

  private final Accounts accounts;
  private final ScriptFinder finder;

  public HostMachine(Accounts accounts, Map<String, String> environment) {
    this.accounts = accounts;
    this.finder = new ScriptFinder(REPORT_ONLY, accounts, environment);
  }

  @Override
  public boolean linkExists(InterfaceName name) {
    try {
      return Files.readAllLines(LINKS).stream()
          .anyMatch(line -> line.stripLeading().startsWith(name + ":"));
    } catch (IOException _) {
      return true; // a host that cannot be asked must not keep the daemon from starting
    }
  }

  @Override
  public boolean isLoopback(InterfaceName name) {
    return name.value().equals("lo");
  }

  @Override
  public int mtu(InterfaceName name) {
    try {
      Path file = Path.of("/sys/class/net", name.value(), "mtu");
      return Integer.parseInt(Files.readString(file).trim());
    } catch (IOException | NumberFormatException _) {
      return USUAL_MTU;
    }
  }

  @Override
  public Duration uptime() {
    try {
      String seconds = Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0];
      return Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000));
    } catch (IOException | NumberFormatException _) {
      return Duration.ofDays(1);
    }
  }

  @Override
  public boolean userExists(String user) {
    return accounts.user(user).isPresent();
  }

  @Override
  public boolean groupExists(String group) {
    return accounts.group(group).isPresent();
  }

  @Override
  public Secret secret(String path) {
    Path file = Path.of(path);
    try {
      if (Files.size(file) > LONGEST_SECRET) {
        return new Secret.Unknown("is too long for a key");
      }
      Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(file));
      open.retainAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
      return new Secret.Known(
          Files.readString(file).replaceFirst("[\\r\\n]+$", ""), !open.isEmpty());
    } catch (NoSuchFileException _) {
      return new Secret.Unknown("does not exist");
    } catch (IOException e) {
      return new Secret.Unknown("cannot be read (" + e + ")");
    }
  }

  @Override
  public OptionalLong number(List<String> directories, String file, String name) {
    return NumberNames.find(directories, file, name);
  }

  @Override
  public ScriptFinding script(Command command, String user) {
    Command asUser = new Command(command.words(), Optional.of(user), command.group());
    return switch (finder.find(asUser)) {
      case Found.Unusable(String reason) -> new ScriptFinding.Missing(reason);
      case Found.Usable(var _, var weakness) ->
          weakness
              .<ScriptFinding>map(
                  weak -> new ScriptFinding.Unsafe(weak.component().toString(), weak.reason()))
              .orElseGet(ScriptFinding.Usable::new);
    };
  }
}
