package dev.vrrpd.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LogQueueTest {
  /** Keeps lines; can be made to hang in the first one. */
  private static final class Sink implements LogSink {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch released;

    Sink(boolean hangs) {
      released = new CountDownLatch(hangs ? 1 : 0);
    }

    @Override
    public void write(LogLine line) {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      lines.add(line.text());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void linesArriveInTheirOrderAndAMessageMayHaveSeveral() {
    Sink sink = new Sink(false);
    try (LogQueue queue = new LogQueue(16, List.of(sink))) {
      queue.offer(message("one"));
      queue.offer(message("two\nthree"));
    }
    assertThat(sink.lines).containsExactly("one", "two", "three");
  }

  @Test
  void aSinkThatHangsCostsMessagesWhichAreCountedAndNeverHoldsUpTheOneWhoLogs() throws Exception {
    Sink sink = new Sink(true);
    LogQueue queue = new LogQueue(4, List.of(sink));
    queue.offer(message("first"));
    sink.reached.await();
    for (int i = 0; i < 10; i++) {
      queue.offer(message("message " + i));
    }
    assertThat(queue.dropped()).isEqualTo(6);
    sink.released.countDown();
    queue.close();
    assertThat(sink.lines)
        .containsExactly(
            "first",
            "message 0",
            "message 1",
            "message 2",
            "message 3",
            "6 log messages lost: they came faster than the log could take them");
  }

  @Test
  void aMessageThatCannotBeWordedDoesNotSilenceTheLog() {
    Sink sink = new Sink(false);
    try (LogQueue queue = new LogQueue(16, List.of(sink))) {
      queue.offer(
          new LogQueue.Message(
              Instant.EPOCH,
              Level.INFO,
              () -> {
                throw new IllegalStateException("broken");
              }));
      queue.offer(message("next"));
    }
    assertThat(sink.lines).hasSize(2).last().isEqualTo("next");
  }

  private static LogQueue.Message message(String text) {
    return new LogQueue.Message(Instant.EPOCH, Level.INFO, () -> text);
  }
}
