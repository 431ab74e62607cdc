package dev.vrrpd.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.vrrpd.core.config.LogLevel;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Switches the log on and, at the end, off. */
public final class Logging {
  /** About two seconds of a log that has gone mad; some megabytes at most. */
  private static final int CAPACITY = 8192;

  private Logging() {}

  /**
   * From now on what is logged reaches {@code sinks}.
   *
   * @param detail 0: what keepalived says without {@code -D}; 1: with it; 2: everything
   */
  public static LogQueue start(int detail, List<LogSink> sinks) {
    LogQueue queue = new LogQueue(CAPACITY, sinks);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    QueueAppender appender = new QueueAppender(queue);
    appender.setContext(context);
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(level(detail));
    context.getLogger("rehearsal").setAdditive(false);
    // Netty warns with a stack trace about a namespace without interfaces; it is none of its
    // business.
    context.getLogger("io.netty").setLevel(Level.ERROR);
    // It tells of each connection and of each that ends; what matters is told by who uses it.
    context.getLogger("org.freedesktop.dbus").setLevel(Level.OFF);
    // Of a message of ours it tells under the name of our class: each octet.
    context.getLogger("dev.vrrpd.dbus").setLevel(Level.OFF);
    return queue;
  }

  /**
   * How much each part says from now on; a part that is not named goes by what {@link #start} was
   * told.
   */
  public static void adjust(Map<LogLevel.Part, LogLevel> levels) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    for (LogLevel.Part part : LogLevel.Part.values()) {
      LogLevel level = levels.get(part);
      context.getLogger(logger(part)).setLevel(level == null ? null : Level.toLevel(level.word()));
    }
  }

  private static String logger(LogLevel.Part part) {
    return part == LogLevel.Part.DAEMON ? "vrrpd" : part.word();
  }

  private static Level level(int detail) {
    return switch (detail) {
      case 0 -> Level.INFO;
      case 1 -> Level.DEBUG;
      default -> Level.TRACE;
    };
  }
}
