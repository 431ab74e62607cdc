package dev.vrrpd.core.config.load;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.grammar.BlockReader;
import dev.vrrpd.core.config.keywords.FileDraft;
import dev.vrrpd.core.config.keywords.FileRows;
import dev.vrrpd.core.config.text.Budget;
import dev.vrrpd.core.config.text.Preprocessor;
import dev.vrrpd.core.config.text.SourceReader;
import dev.vrrpd.core.config.text.Surroundings;
import dev.vrrpd.core.config.tree.TreeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a file in keepalived's language to a {@link DaemonConfig} and everything that is wrong with
 * it. Pure: files and machine are ports. Never stops at the first mistake. keepalived.conf(5).
 */
public final class Configuration {
  private Configuration() {}

  /** Reads {@code path}, a pattern that may match several files, and what it includes. */
  public static Loaded load(SourceReader reader, String path, LoadOptions options) {
    Diagnostics diagnostics = new Diagnostics();
    FileDraft draft = new FileDraft();
    BlockReader<FileDraft> blocks =
        new BlockReader<>(FileRows.TABLE, FileRows.TABLE, draft, diagnostics);
    TreeBuilder tree = new TreeBuilder(FileRows.TABLE, diagnostics, blocks::read);
    Surroundings surroundings =
        new Surroundings(
            options.configurationId(),
            options.environment(),
            options.randomSeed(),
            options.checkIncludes());
    Preprocessor preprocessor =
        new Preprocessor(reader, surroundings, new Budget(options.room()), diagnostics, tree);
    preprocessor.read(path);
    if (preprocessor.gaveUp()) {
      return new Loaded(Optional.empty(), diagnostics.sorted(), preprocessor.sources(), Map.of());
    }
    tree.end();
    DaemonConfig config = draft.assemble(new OneLook(options.machine()), diagnostics);
    List<Diagnostic> found = diagnostics.sorted();
    boolean refused = found.stream().map(Diagnostic::code).anyMatch(Code::refusesStart);
    return new Loaded(
        refused ? Optional.empty() : Optional.of(config),
        found,
        preprocessor.sources(),
        draft.instancePlaces());
  }
}
