package dev.vrrpd.logging;

/**
 * Where lines end up. Called by the log's own thread only, so it may wait; it never throws for a
 * line that could not be written.
 */
public interface LogSink extends AutoCloseable {
  void write(LogLine line);

  /** Nothing more is waiting at the moment. */
  void flush();

  @Override
  void close();
}
