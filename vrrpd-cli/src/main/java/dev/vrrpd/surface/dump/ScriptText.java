package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.RouterSnapshot.Script;
import java.time.Duration;

/** One check script in {@code keepalived.data}. */
final class ScriptText {
  private ScriptText() {}

  static void write(Lines lines, RouterSnapshot router, Script script) {
    ScriptConfig config = script.config();
    lines.top("VRRP Script = " + config.name());
    lines.item("Command", CommandText.of(config.command()));
    lines.item("Interval", seconds(config.interval()));
    lines.item("Timeout", seconds(config.timeout()));
    lines.item("Weight", config.weight() + (config.reverse() ? " reverse" : ""));
    lines.item("Rise", config.rise());
    lines.item("Fall", config.fall());
    lines.item("Result", script.position());
    lines.item("Insecure", "no");
    lines.item("Init state", config.initFail() ? "failed" : "unknown");
    lines.item("Status", script.up() ? "GOOD" : "BAD");
    lines.item("Tracking instances :");
    router
        .instances()
        .forEach(instance ->
            instance.config().tracked().scripts().stream()
                .filter(tracked -> tracked.name().equals(config.name()))
                .forEach(tracked -> lines.entry(tracking(instance.config().name(), tracked))));
    lines.item("State", script.running() ? "running" : "idle");
  }

  private static String tracking(String instance, Tracked tracked) {
    return "%s, weight %d".formatted(instance, tracked.weight());
  }

  /** Fractions only where there are any. */
  private static String seconds(Duration duration) {
    return duration.toMillisPart() == 0
        ? duration.toSeconds() + " sec"
        : "%d.%03d sec".formatted(duration.toSeconds(), duration.toMillisPart());
  }
}
