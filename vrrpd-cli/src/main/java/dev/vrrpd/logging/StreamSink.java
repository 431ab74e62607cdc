package dev.vrrpd.logging;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;

/** Console and file, in the form keepalived gives them: time, colon, text. */
public final class StreamSink implements LogSink {
  private final OutputStream out;
  private final boolean flushesEachLine;

  private StreamSink(OutputStream out, boolean flushesEachLine) {
    this.out = out;
    this.flushesEachLine = flushesEachLine;
  }

  /** Standard error; {@code -l}. */
  public static StreamSink console() {
    return new StreamSink(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)), false);
  }

  /** A file that is appended to; {@code -g}, {@code --flush-log-file}. */
  public static StreamSink file(Path path, boolean flushesEachLine) throws IOException {
    OutputStream file =
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new StreamSink(new BufferedOutputStream(file), flushesEachLine);
  }

  @Override
  public void write(LogLine line) {
    String text = TimeText.console(line.at(), ZoneId.systemDefault()) + ": " + line.text() + "\n";
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      if (flushesEachLine) {
        out.flush();
      }
    } catch (IOException _) {
      // A log that is gone has nobody to be told.
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException _) {
      // As above.
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException _) {
      // As above.
    }
  }
}
