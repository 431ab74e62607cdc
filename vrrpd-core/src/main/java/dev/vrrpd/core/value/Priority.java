package dev.vrrpd.core.value;

/** Election priority, 0 to 255. RFC 9568 section 5.2.4. */
public record Priority(int value) implements Comparable<Priority> {
  /** 255: this router owns the virtual addresses. */
  public static final Priority OWNER = new Priority(255);

  /** 0: the Active router stops taking part (keepalived's "stop advert"). */
  public static final Priority RESIGN = new Priority(0);

  /** 100: for a router that is not the owner and was told nothing else. */
  public static final Priority DEFAULT = new Priority(100);

  public Priority {
    Checks.range("priority", value, 0, 255);
  }

  /** {@code total} limited to 1 to 254, where tracking may move a router that is not the owner. */
  public static Priority clamped(long total) {
    return new Priority(Math.clamp(total, 1, 254));
  }

  @Override
  public int compareTo(Priority other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
