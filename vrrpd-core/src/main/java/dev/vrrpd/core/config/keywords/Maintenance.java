package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code maintenance_file}: short for a {@code track_file} of weight 0 in every instance. */
final class Maintenance {
  private Maintenance() {}

  /** Before names are resolved. */
  static void track(FileDraft file) {
    file.global.maintenanceFile.ifPresent(path -> {
      FileTrackerDraft draft = new FileTrackerDraft(FileConfig.MAINTENANCE, Span.NOWHERE);
      draft.path = Optional.of(path);
      draft.weight = new WeightWords.Weight(0, false);
      file.trackFiles.putIfAbsent(FileConfig.MAINTENANCE, draft);
      TrackEntry entry =
          new TrackEntry(
              new Word(FileConfig.MAINTENANCE, Span.NOWHERE),
              OptionalInt.empty(),
              Optional.empty());
      file.instances.values().forEach(instance -> instance.tracked.everywhere(entry));
    });
  }
}
