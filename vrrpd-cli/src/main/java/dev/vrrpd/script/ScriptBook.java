package dev.vrrpd.script;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.script.ScriptFinder.Found;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything one configuration may run, looked up once, with what is to be said about it. Made
 * while the configuration is loaded; immutable, so the loop only looks things up.
 */
public record ScriptBook(Map<Command, Found> found, List<String> warnings) {
  public static final ScriptBook EMPTY = new ScriptBook(Map.of(), List.of());

  public ScriptBook {
    found = Map.copyOf(found);
    warnings = List.copyOf(warnings);
  }

  public static ScriptBook of(
      DaemonConfig config, Accounts accounts, Map<String, String> environment) {
    ScriptFinder finder = new ScriptFinder(config.global(), accounts, environment);
    Map<Command, Found> found = new LinkedHashMap<>();
    commands(config).forEach(command -> found.put(command, finder.find(command)));
    return new ScriptBook(found, warnings(finder, found));
  }

  public Found find(Command command) {
    return found.getOrDefault(command, new Found.Unusable("unknown"));
  }

  private static Set<Command> commands(DaemonConfig config) {
    Set<Command> commands = new LinkedHashSet<>();
    config.scripts().stream()
        .filter(script -> script.probe().isEmpty())
        .forEach(script -> commands.add(script.command()));
    config.scripts().stream()
        .flatMap(check -> check.recovery().stream())
        .forEach(recovery -> commands.add(recovery.command()));
    config.global().doors().commands().forEach(commands::add);
    config.instances().stream()
        .flatMap(instance -> instance.notifications().commands())
        .forEach(commands::add);
    config.syncGroups().stream()
        .flatMap(group -> group.notifications().commands())
        .forEach(commands::add);
    return commands;
  }

  /** What else there is to be said about scripts, the configuration's diagnostics have said. */
  private static List<String> warnings(ScriptFinder finder, Map<Command, Found> found) {
    return found.keySet().stream().anyMatch(finder::missesDefaultUser)
        ? List.of(ScriptFinder.NO_DEFAULT_USER)
        : List.of();
  }
}
