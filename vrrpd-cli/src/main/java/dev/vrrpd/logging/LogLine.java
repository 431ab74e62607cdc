package dev.vrrpd.logging;

import java.time.Instant;
import org.slf4j.event.Level;

/** One line on its way to a {@link LogSink}. */
public record LogLine(Instant at, Level level, String text) {}
