package dev.vrrpd.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every time a JVM stopped all its threads, by its own account of it. */
record Safepoints(List<Stop> stops) {
  /** Makes a JVM write that account into a file. */
  static String option(String file) {
    return "-Xlog:safepoint:file=" + file + ":uptimenanos:filecount=0";
  }

  private static final Pattern LINE =
      Pattern.compile("\\[(\\d+)ns\\] Safepoint \"(\\w+)\".* Total: +(\\d+) ns");

  /**
   * One of them.
   *
   * @param at its end, by the JVM's age
   */
  record Stop(Duration at, String reason, long nanos) {}

  static Safepoints read(String log) {
    return new Safepoints(LINE.matcher(log).results().map(Safepoints::stop).toList());
  }

  private static Stop stop(MatchResult found) {
    return new Stop(
        Duration.ofNanos(Long.parseLong(found.group(1))),
        found.group(2),
        Long.parseLong(found.group(3)));
  }

  /** Those from {@code from} until {@code to}, by their reasons. */
  Map<String, Lateness> between(Duration from, Duration to) {
    Map<String, List<Long>> nanos = new TreeMap<>();
    for (Stop stop : stops) {
      if (stop.at.compareTo(from) >= 0 && stop.at.compareTo(to) < 0) {
        nanos.computeIfAbsent(stop.reason, _ -> new ArrayList<>()).add(stop.nanos);
      }
    }
    Map<String, Lateness> lengths = new TreeMap<>();
    nanos.forEach(
        (reason, all) -> lengths.put(reason, new Lateness(all.stream().sorted().toList())));
    return lengths;
  }
}
