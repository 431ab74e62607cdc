package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;

/**
 * Inputs as lines of text that parse back: since a {@link VrrpRouter} is deterministic, the lines
 * since its start are the whole story, and a bug report that runs. A line holds what the
 * configuration holds, a password too.
 */
public final class Recording {
  /** An input and when it came. */
  public record Entry(Moment now, Input input) {}

  private Recording() {}

  /** One line, without its end. */
  public static String line(Moment now, Input input) {
    return now.nanos() + " " + RecordWriter.write(input);
  }

  /**
   * What {@link #line} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  public static Entry parse(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("no moment: " + line);
    }
    Input input = (Input) new RecordReader(line.substring(blank + 1)).read(Input.class);
    return new Entry(new Moment(Long.parseLong(line.substring(0, blank))), input);
  }
}
