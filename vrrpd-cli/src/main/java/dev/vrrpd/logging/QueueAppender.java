package dev.vrrpd.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.function.Supplier;
import org.slf4j.event.Level;

/** Logback's way into a {@link LogQueue}. Arguments of a message must not change after logging. */
final class QueueAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final LogQueue queue;

  QueueAppender(LogQueue queue) {
    this.queue = queue;
  }

  @Override
  protected void append(ILoggingEvent event) {
    Level level = Level.valueOf(event.getLevel().toString());
    queue.offer(new LogQueue.Message(event.getInstant(), level, words(event)));
  }

  private static Supplier<String> words(ILoggingEvent event) {
    return () ->
        event.getThrowableProxy() == null
            ? event.getFormattedMessage()
            : event.getFormattedMessage()
                + "\n"
                + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
