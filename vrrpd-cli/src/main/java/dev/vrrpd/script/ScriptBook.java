package dev.vrrpd.script;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.script.ScriptFinder.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything one configuration may run, looked up once, with what is to be said about it. Made
 * while the configuration is loaded; immutable, so the loop only looks things up.
 */
public record ScriptBook(Map<Command, Found> found, List<String> warnings) {
  public static final ScriptBook EMPTY = new ScriptBook(Map.of(), List.of());

  private static final String NO_SECURITY =
      "SECURITY VIOLATION - scripts are being executed but script_security not enabled.";

  public ScriptBook {
    found = Map.copyOf(found);
    warnings = List.copyOf(warnings);
  }

  public static ScriptBook of(
      DaemonConfig config, Accounts accounts, Map<String, String> environment) {
    ScriptFinder finder = new ScriptFinder(config.global(), accounts, environment);
    Map<Command, Found> found = new LinkedHashMap<>();
    commands(config).forEach(command -> found.put(command, finder.find(command)));
    return new ScriptBook(found, warnings(config, finder, found));
  }

  public Found find(Command command) {
    return found.getOrDefault(command, new Found.Unusable("unknown"));
  }

  private static Set<Command> commands(DaemonConfig config) {
    Set<Command> commands = new LinkedHashSet<>();
    config.scripts().forEach(script -> commands.add(script.command()));
    config.instances().forEach(instance -> commands.addAll(commands(instance.notifications())));
    config.syncGroups().forEach(group -> commands.addAll(commands(group.notifications())));
    return commands;
  }

  private static List<Command> commands(NotifyConfig notify) {
    return Stream.of(
            notify.master(),
            notify.backup(),
            notify.fault(),
            notify.stop(),
            notify.deleted(),
            notify.masterRxLowerPriority(),
            notify.any())
        .flatMap(command -> command.stream())
        .toList();
  }

  private static List<String> warnings(
      DaemonConfig config, ScriptFinder finder, Map<Command, Found> found) {
    List<String> warnings = new ArrayList<>();
    if (found.isEmpty()) {
      return warnings;
    }
    if (found.keySet().stream().anyMatch(finder::missesDefaultUser)) {
      warnings.add(ScriptFinder.NO_DEFAULT_USER);
    }
    if (!config.global().scriptSecurity()) {
      warnings.add(NO_SECURITY);
    }
    found.forEach((command, what) -> {
      switch (what) {
        case Found.Unusable(String reason) ->
            warnings.add("Disabling script '%s': %s".formatted(command.words().getFirst(), reason));
        case Found.Usable(var _, var weakness) ->
            weakness.ifPresent(weak ->
                warnings.add(
                    "Unsafe permissions found for script '%s': %s"
                        .formatted(command.words().getFirst(), weak)));
      }
    });
    return warnings;
  }
}
