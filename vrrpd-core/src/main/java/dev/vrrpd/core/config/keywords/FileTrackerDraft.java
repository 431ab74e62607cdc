package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import java.util.Optional;

/** A {@code track_file} while it is read. */
final class FileTrackerDraft extends Draft {
  static final Keywords<FileTrackerDraft> TRACK_FILE = new Keywords<>();

  private final String name;
  Optional<String> path = Optional.empty();
  WeightWords.Weight weight = new WeightWords.Weight(1, false);
  Optional<FileConfig.Initial> initial = Optional.empty();

  FileTrackerDraft(String name, Span header) {
    super(header);
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }

  /** Needs a path. */
  FileConfig complete() {
    return new FileConfig(name, path.orElseThrow(), weight.value(), weight.reverse(), initial);
  }
}
