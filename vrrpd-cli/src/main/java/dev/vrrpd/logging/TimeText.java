package dev.vrrpd.logging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times of log lines, in English whatever the locale. Written out by hand because {@code
 * DateTimeFormatter} reads the locale data of the whole world at its first use. The zone is asked
 * for with each line: for the first time it takes some milliseconds, which are the log's thread's,
 * not the start's.
 */
final class TimeText {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private TimeText() {}

  /**
   * As asctime(3), which is how keepalived writes to the console: {@code Sat Nov 21 07:10:16 2026}.
   */
  static String console(Instant at, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    return DAYS[time.getDayOfWeek().getValue() - 1]
        + " "
        + monthToSecond(time)
        + " "
        + time.getYear();
  }

  /** RFC 3164 section 4.1.2: {@code Nov 21 07:10:16}. */
  static String syslog(Instant at, ZoneId zone) {
    return monthToSecond(at.atZone(zone));
  }

  private static String monthToSecond(ZonedDateTime time) {
    StringBuilder text = new StringBuilder(MONTHS[time.getMonthValue() - 1]).append(' ');
    pad(text, time.getDayOfMonth(), ' ').append(' ');
    pad(text, time.getHour(), '0').append(':');
    pad(text, time.getMinute(), '0').append(':');
    return pad(text, time.getSecond(), '0').toString();
  }

  private static StringBuilder pad(StringBuilder text, int value, char with) {
    return (value < 10 ? text.append(with) : text).append(value);
  }
}
