package dev.vrrpd.logging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.event.Level;

/**
 * Stands between those who log and the places where lines end up. Whoever logs never waits,
 * whatever disk, terminal or syslog do: when the queue is full the message is dropped, counted, and
 * the count reported as soon as there is room. Words are made on the log's thread, not on the
 * caller's.
 */
public final class LogQueue implements AutoCloseable {

  /** One message; several lines are written one by one. */
  public record Message(Instant at, Level level, Supplier<String> text) {}

  private static final Duration LAST_WORDS = Duration.ofMillis(50);

  private final Queue<Message> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final int capacity;
  private final List<LogSink> sinks;
  private final Thread writer;
  private volatile boolean idle;
  private volatile boolean closing;

  /** Starts the writer. {@code capacity} counts messages. */
  public LogQueue(int capacity, List<LogSink> sinks) {
    this.capacity = capacity;
    this.sinks = List.copyOf(sinks);
    this.writer = Thread.ofPlatform().name("log").daemon().start(this::writeAll);
  }

  /** Takes a message, or drops it; never waits. */
  public void offer(Message message) {
    if (length.incrementAndGet() > capacity) {
      length.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    waiting.add(message);
    if (idle) {
      LockSupport.unpark(writer);
    }
  }

  /** Messages dropped and not yet reported. */
  public long dropped() {
    return dropped.get();
  }

  private void writeAll() {
    while (true) {
      Message message = waiting.poll();
      if (message != null) {
        length.decrementAndGet();
        write(message);
        continue;
      }
      reportDropped();
      sinks.forEach(LogSink::flush);
      if (closing && waiting.isEmpty()) {
        return;
      }
      rest();
    }
  }

  private void rest() {
    idle = true;
    if (waiting.isEmpty() && !closing) {
      LockSupport.park(this);
    }
    idle = false;
  }

  private void reportDropped() {
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      write(
          new Message(
              Instant.now(),
              Level.WARN,
              () -> lost + " log messages lost: they came faster than the log could take them"));
    }
  }

  private void write(Message message) {
    words(message)
        .lines()
        .map(line -> new LogLine(message.at(), message.level(), line))
        .forEach(line -> sinks.forEach(sink -> sink.write(line)));
  }

  /** A defect in making the words must not silence the log. */
  private static String words(Message message) {
    try {
      return message.text().get();
    } catch (RuntimeException defect) {
      return "cannot word a message: " + defect;
    }
  }

  /** Writes what is waiting, for a moment at most: a stuck sink must not hold up the exit. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(writer);
    try {
      if (writer.join(LAST_WORDS)) {
        sinks.forEach(LogSink::close);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
