package dev.vrrpd.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How numbers are told to people. */
final class Phrases {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Phrases() {}

  /** {@code 12s}, {@code 3m20s}, {@code 5h02m}, {@code 12d04h}. */
  static String age(double seconds) {
    long whole = (long) seconds;
    if (whole < MINUTE) {
      return whole + "s";
    }
    if (whole < HOUR) {
      return "%dm%02ds".formatted(whole / MINUTE, whole % MINUTE);
    }
    return whole < DAY
        ? "%dh%02dm".formatted(whole / HOUR, whole % HOUR / MINUTE)
        : "%dd%02dh".formatted(whole / DAY, whole % DAY / HOUR);
  }

  /** {@code 0.4 s ago}; whole seconds once they say enough. */
  static String ago(Fields sender) {
    double seconds = sender.number("seconds_ago");
    return seconds < MINUTE / 6
        ? String.format(Locale.ROOT, "%.1f s ago", seconds)
        : age(seconds) + " ago";
  }

  /** {@code 1 s}, {@code 3.609 s}. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds).replaceFirst("\\.?0+$", "") + " s";
  }

  /** {@code 2026-11-21 12:00:00}, as clocks here show it. */
  static String time(String instant, ZoneId zone) {
    return TIME.format(Instant.parse(instant).atZone(zone));
  }

  static String family(Fields instance) {
    return instance.text("family").replace("ipv", "IPv");
  }

  /** The other router that is Active, as far as it was heard. */
  static Optional<String> master(Fields instance) {
    return instance
        .object("master")
        .map(sender ->
            "%s, priority %d, %s"
                .formatted(sender.text("address"), sender.whole("priority"), ago(sender)));
  }

  static String priority(Fields instance) {
    return instance.whole("effective_priority") == instance.whole("base_priority")
        ? Long.toString(instance.whole("effective_priority"))
        : instance.text("arithmetic");
  }

  /** Whether the kernel has an address of an instance, and whether it should. */
  static String place(Fields address, Fields instance) {
    boolean master = instance.text("state").equals("MASTER");
    if (address.is("set")) {
      return "here";
    }
    return master ? "missing" : "not here";
  }
}
