package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that the files say, block by block, before names are resolved. */
public final class FileDraft extends Draft {
  static final Keywords<FileDraft> FILE = new Keywords<>();

  final GlobalDraft global = new GlobalDraft(Span.NOWHERE);
  final Map<String, ScriptDraft> scripts = new LinkedHashMap<>();
  final Map<String, InstanceDraft> instances = new LinkedHashMap<>();
  final Map<String, GroupDraft> groups = new LinkedHashMap<>();
  final Map<String, FileTrackerDraft> trackFiles = new LinkedHashMap<>();
  final Map<String, ProcessTrackerDraft> trackProcesses = new LinkedHashMap<>();
  final Map<String, BfdDraft> sessions = new LinkedHashMap<>();
  final Map<String, TrackGroupDraft> trackGroups = new LinkedHashMap<>();

  final List<StaticAddressLine.Entry> staticAddresses = new ArrayList<>();
  final List<RoutingDraft> staticRoutes = new ArrayList<>();
  final List<RoutingDraft> staticRules = new ArrayList<>();
  final List<PaceDraft> paces = new ArrayList<>();
  final List<Placed<LinksConfig.Delay>> delays = new ArrayList<>();

  public FileDraft() {
    super(Span.NOWHERE);
  }

  /** A command with the identity that is in force here, if it names none itself. */
  Placed<Command> withUser(Placed<Command> command) {
    return global.withUser(command);
  }

  /** Opens a block that needs a name of its own; without one, or with one taken, it is skipped. */
  static <C extends Draft> Optional<C> named(
      Line header, String what, Map<String, ? extends Draft> taken, Function<Word, C> draft) {
    Optional<Word> name = header.take();
    if (name.isEmpty()) {
      header.report(
          Diagnostic.of(
                  Code.MISSING_NAME,
                  header.span(),
                  "this %s has no name; it is skipped".formatted(what))
              .help("%s NAME {".formatted(what))
              .asKeepalived("%s must have a name".formatted(what)));
      return Optional.empty();
    }
    Draft other = taken.get(name.get().text());
    if (other != null) {
      header.report(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  name.get().span(),
                  "the %s '%s' is defined already in line %d; this one is skipped"
                      .formatted(what, name.get(), other.header().line()))
              .asKeepalived("%s %s already defined".formatted(what.replace('_', ' '), name.get())));
      return Optional.empty();
    }
    return Optional.of(draft.apply(name.get()));
  }

  void script(ScriptDraft script) {
    script.command = script.command.map(this::withUser);
    script.recover = script.recover.map(this::withUser);
    scripts.put(script.name, script);
  }

  /** Where the keywords of each instance stand; the instance itself by the empty keyword. */
  public Map<String, Map<String, Span>> instancePlaces() {
    Map<String, Map<String, Span>> places = new HashMap<>();
    instances.forEach((name, draft) -> places.put(name, draft.places()));
    return places;
  }

  /** Resolves names, fills defaults in and judges the whole. */
  public DaemonConfig assemble(Machine machine, Diagnostics diagnostics) {
    return new Assembly(this, machine, diagnostics).complete();
  }
}
