package dev.vrrpd.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The first line of a {@code reload_time_file}: {@code HH:MM:SS}, {@code YY-MM-DD HH:MM:SS} or
 * {@code YYYY-MM-DD HH:MM:SS}, each with an optional {@code Z} for UTC; keepalived.conf(5).
 *
 * @param daily it holds no date
 */
public record ReloadTime(Instant at, boolean daily) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int THIS_CENTURY = 2000;

  /** A bare time that has passed is tomorrow's; a date that has passed is none. */
  public static Optional<ReloadTime> parse(String line, Instant now, ZoneId local) {
    boolean utc = line.endsWith("Z");
    String text = utc ? line.substring(0, line.length() - 1) : line;
    ZoneId zone = utc ? ZoneOffset.UTC : local;
    try {
      int blank = text.indexOf(' ');
      return blank < 0
          ? Optional.of(daily(LocalTime.parse(text, TIME), now, zone))
          : dated(text.substring(0, blank), text.substring(blank + 1), now, zone);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static ReloadTime daily(LocalTime time, Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).with(time);
    Instant next =
        today.toInstant().isAfter(now) ? today.toInstant() : today.plusDays(1).toInstant();
    return new ReloadTime(next, true);
  }

  private static Optional<ReloadTime> dated(String date, String time, Instant now, ZoneId zone) {
    String full = date.indexOf('-') == 2 ? THIS_CENTURY / 100 + date : date;
    Instant at = LocalDate.parse(full).atTime(LocalTime.parse(time, TIME)).atZone(zone).toInstant();
    return at.isAfter(now) ? Optional.of(new ReloadTime(at, false)) : Optional.empty();
  }
}
