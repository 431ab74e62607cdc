package dev.vrrpd.door;

import dev.vrrpd.core.config.ReloadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads at the time that a {@code reload_time_file} says. Looks at the file whenever it is told
 * to, once a second in the daemon; a file that is gone cancels. After the reload the file is
 * removed, unless it holds a bare time and {@code reload_repeat} is set.
 */
public final class ReloadClock {
  private static final Logger log = LoggerFactory.getLogger(ReloadClock.class);

  private final Supplier<Instant> now;
  private final ZoneId zone;
  private final Runnable reload;
  private String seen = "";
  private Optional<ReloadTime> scheduled = Optional.empty();

  public ReloadClock(Supplier<Instant> now, ZoneId zone, Runnable reload) {
    this.now = now;
    this.zone = zone;
    this.reload = reload;
  }

  public void look(ReloadConfig config) {
    if (config.timeFile().isEmpty()) {
      forget();
      return;
    }
    Path file = Path.of(config.timeFile().get());
    String line = firstLine(file);
    if (!line.equals(seen)) {
      seen = line;
      schedule(line);
    }
    if (scheduled.filter(time -> !time.at().isAfter(now.get())).isPresent()) {
      boolean again = scheduled.get().daily() && config.daily();
      forget();
      if (!again) {
        remove(file);
      }
      reload.run();
    }
  }

  private void schedule(String line) {
    scheduled = ReloadTime.parse(line, now.get(), zone);
    scheduled.ifPresentOrElse(
        time -> log.info("Reload scheduled at {}", time.at().atZone(zone)),
        () -> {
          if (!line.isEmpty()) {
            log.warn("no reload at '{}': it is no time, or a date that has passed", line);
          }
        });
  }

  /** The same line means the next day then. */
  private void forget() {
    seen = "";
    scheduled = Optional.empty();
  }

  private static String firstLine(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.getFirst();
    } catch (IOException _) {
      return "";
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("cannot remove {}: {}", file, e.toString());
    }
  }
}
