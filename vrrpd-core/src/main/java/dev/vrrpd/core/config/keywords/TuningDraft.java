package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.TuningConfig;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Scheduling and kernel settings while they are read. */
final class TuningDraft {
  /** Of one microsecond the kernel makes none, and none is no limit. */
  private static final long LEAST_LIMIT = 2;

  OptionalInt nice = OptionalInt.empty();
  List<Integer> processors = List.of();
  OptionalLong realTimeLimit = OptionalLong.empty();
  boolean silencesLocalReports;

  void realTimeLimit(long micros) {
    realTimeLimit = OptionalLong.of(Math.max(micros, LEAST_LIMIT));
  }

  TuningConfig complete() {
    return new TuningConfig(nice, processors, realTimeLimit, silencesLocalReports);
  }
}
