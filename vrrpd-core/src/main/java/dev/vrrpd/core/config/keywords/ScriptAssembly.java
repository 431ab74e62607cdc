package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.Machine.ScriptFinding;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scripts can be run, as whom, and how safe that is. */
final class ScriptAssembly {
  private static final String DEFAULT_USER = "keepalived_script";
  private static final String QUOTES =
      "arguments of a script belong inside its quotes; behind them stand user and group";

  private final FileDraft file;
  private final Machine machine;
  private final Diagnostics diagnostics;
  private final Set<String> tracked;
  private boolean anyRuns;
  private boolean anyUnsafe;

  ScriptAssembly(FileDraft file, Machine machine, Diagnostics diagnostics) {
    this.file = file;
    this.machine = machine;
    this.diagnostics = diagnostics;
    this.tracked =
        tracking()
            .flatMap(each -> each.tracked.scripts().stream())
            .map(use -> use.entry().name())
            .map(Word::text)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The scripts that are tracked and can be run, by name, in the order of the file. As keepalived
   * does, it looks at those that nothing tracks too: the next change of the file may track them.
   */
  Map<String, ScriptConfig> usable() {
    checkDefaultUser();
    Map<String, ScriptConfig> usable = new LinkedHashMap<>();
    for (ScriptDraft draft : file.scripts.values()) {
      if (draft.probe.isPresent()) {
        if (asksSomething(draft) && isTracked(draft)) {
          draft.recover = draft.recover.filter(command -> isRunnable("recover", command));
          usable.put(draft.name, draft.complete());
        }
      } else if (hasCommand(draft)) {
        boolean runs = isTracked(draft);
        if (isRunnable(draft)) {
          anyRuns = true;
          if (runs) {
            usable.put(draft.name, draft.complete());
          }
        }
      }
    }
    tracking().forEach(this::checkNotifications);
    reportSecurity();
    return usable;
  }

  private Stream<Tracking> tracking() {
    return Stream.concat(file.instances.values().stream(), file.groups.values().stream());
  }

  private void checkDefaultUser() {
    Identity identity = file.global.scriptUser;
    if (identity.user().isPresent() && !exists(identity.user(), identity.group())) {
      diagnostics.add(
          unknownUser(file.global.scriptUserPlace, identity.user(), identity.group())
              .asKeepalived("Error setting global script uid/gid"));
    }
  }

  private boolean exists(Optional<String> user, Optional<String> group) {
    return user.map(machine::userExists).orElse(true)
        && group.map(machine::groupExists).orElse(true);
  }

  private Diagnostic unknownUser(Span span, Optional<String> user, Optional<String> group) {
    boolean userThere = user.map(machine::userExists).orElse(true);
    return Diagnostic.of(
        Code.UNKNOWN_USER,
        span,
        userThere
            ? "there is no group '%s'".formatted(group.orElse(""))
            : "there is no user '%s'".formatted(user.orElse("")));
  }

  private boolean asksSomething(ScriptDraft draft) {
    boolean asks = draft.probe.flatMap(probe -> probe.probe).isPresent();
    if (!asks) {
      diagnostics.add(
          Diagnostic.of(
                  Code.MISSING_KEYWORD,
                  draft.header(),
                  "the vrrp_check '%s' asks nothing; it is removed".formatted(draft.name))
              .help("tcp ADDRESS PORT, http URL, haproxy SOCKET, ping ADDRESS or dns SERVER NAME"));
    }
    return asks;
  }

  private boolean hasCommand(ScriptDraft draft) {
    if (draft.command.isPresent()) {
      return true;
    }
    diagnostics.add(
        Diagnostic.of(
                Code.NO_SCRIPT,
                draft.header(),
                "the vrrp_script '%s' has no script; it is removed".formatted(draft.name))
            .help("script \"/path/to/program arguments\"")
            .asKeepalived("No script set for vrrp_script %s - removing".formatted(draft.name)));
    return false;
  }

  private boolean isTracked(ScriptDraft draft) {
    if (!tracked.contains(draft.name)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.UNUSED_SCRIPT,
                  draft.header(),
                  "nothing tracks the script '%s'; it is not run".formatted(draft.name))
              .help("name it in track_script of an instance"));
    }
    return tracked.contains(draft.name);
  }

  private boolean isRunnable(ScriptDraft draft) {
    ScriptConfig script = draft.complete();
    Span place = draft.command.orElseThrow().span();
    Optional<String> user = userOf(script.command(), place, "vrrp script " + draft.name);
    return user.isPresent() && isUsable(script, user.get(), place);
  }

  /** Who runs it, after all defaults; empty after reporting that nobody can. */
  private Optional<String> userOf(Command command, Span place, String what) {
    if (command.user().isPresent()) {
      if (exists(command.user(), command.group())) {
        return command.user();
      }
      Diagnostic unknown = unknownUser(place, command.user(), command.group());
      boolean written = !command.user().equals(file.global.scriptUser.user());
      diagnostics.add(
          (written ? unknown.help(QUOTES) : unknown)
              .asKeepalived(
                  "Unable to set uid/gid for script '%s'".formatted(command.words().getFirst())));
      return Optional.empty();
    }
    if (machine.userExists(DEFAULT_USER)) {
      return Optional.of(DEFAULT_USER);
    }
    if (!file.global.scriptSecurity) {
      return Optional.of("root");
    }
    diagnostics.add(
        Diagnostic.of(
                Code.UNKNOWN_USER,
                place,
                "no user for this script: there is no script_user and no user '%s'"
                    .formatted(DEFAULT_USER))
            .help("global_defs { script_user nobody }")
            .asKeepalived("Unable to set default user for %s - removing".formatted(what)));
    return Optional.empty();
  }

  private boolean isUsable(ScriptConfig script, String user, Span place) {
    return switch (machine.script(script.command(), user)) {
      case ScriptFinding.Usable() -> true;
      case ScriptFinding.Missing(String reason) -> {
        diagnostics.add(
            Diagnostic.of(
                    Code.SCRIPT_NOT_FOUND,
                    place,
                    "the script '%s' cannot be tracked: %s %s"
                        .formatted(script.name(), script.command().words().getFirst(), reason))
                .help("the path of a program that %s can execute".formatted(user))
                .asKeepalivedOverall(
                    "Disabling track script %s since not found/accessible"
                        .formatted(script.name())));
        yield false;
      }
      case ScriptFinding.Unsafe(String component, String reason) -> {
        unsafe(
            place,
            component,
            reason,
            "Disabling track script %s due to insecure".formatted(script.name()));
        yield !file.global.scriptSecurity;
      }
    };
  }

  private void unsafe(Span place, String component, String reason, String keepalived) {
    anyUnsafe = true;
    boolean refused = file.global.scriptSecurity;
    Diagnostic diagnostic =
        Diagnostic.of(
                refused ? Code.SCRIPT_INSECURE : Code.SCRIPT_UNSAFE,
                place,
                "this runs as root, and others can change '%s': %s%s"
                    .formatted(component, reason, refused ? "; it is not run" : ""))
            .help(
                "chown root '%s' && chmod go-w '%s', or run it as another user"
                    .formatted(component, component));
    diagnostics.add(refused ? diagnostic.asKeepalivedOverall(keepalived) : diagnostic);
  }

  private void checkNotifications(Tracking owner) {
    owner
        .notifications
        .commands()
        .forEach((occasion, command) -> {
          if (!isRunnable(occasion.keyword, command)) {
            owner.notifications.drop(occasion);
          }
        });
  }

  /** A script that is not tracked: one that is missing now may be there when it is needed. */
  private boolean isRunnable(String keyword, Placed<Command> command) {
    Optional<String> user = userOf(command.value(), command.span(), "script");
    if (user.isEmpty()) {
      return false;
    }
    return switch (machine.script(command.value(), user.get())) {
      case ScriptFinding.Usable() -> {
        anyRuns = true;
        yield true;
      }
      case ScriptFinding.Missing(String reason) -> {
        diagnostics.add(
            Diagnostic.of(
                Code.NOTIFY_SCRIPT_MISSING,
                command.span(),
                "%s: %s %s".formatted(keyword, command.value().words().getFirst(), reason)));
        yield true;
      }
      case ScriptFinding.Unsafe(String component, String reason) -> {
        anyRuns = true;
        unsafe(command.span(), component, reason, "Disabling notify script due to insecure");
        yield !file.global.scriptSecurity;
      }
    };
  }

  private void reportSecurity() {
    if (!anyRuns || file.global.scriptSecurity) {
      return;
    }
    diagnostics.add(
        Diagnostic.of(
                Code.SCRIPT_SECURITY_OFF,
                Span.NOWHERE,
                "there are scripts and enable_script_security is not set")
            .help("global_defs { enable_script_security }")
            .asKeepalivedOverall(
                "SECURITY VIOLATION - scripts are being executed but script_security not enabled."
                    + (anyUnsafe ? " There are insecure scripts." : "")));
  }
}
