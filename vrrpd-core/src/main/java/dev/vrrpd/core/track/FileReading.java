package dev.vrrpd.core.track;

/**
 * What is known of a tracked file.
 *
 * @param condition UP: it was read; PENDING: it is about to be; ABSENT: unknown, counts as nothing
 * @param number that it begins with; 0 if there is none, or no file
 */
public record FileReading(Condition condition, int number) {
  public static final FileReading PENDING = new FileReading(Condition.PENDING, 0);
  public static final FileReading UNKNOWN = new FileReading(Condition.ABSENT, 0);

  public static FileReading of(int number) {
    return new FileReading(Condition.UP, number);
  }
}
