package dev.vrrpd.core.value;

/** Protocol version: 2 as of RFC 3768, 3 as of RFC 9568. {@code version}, {@code vrrp_version}. */
public enum Version {
  V2(2, 25_500, 100),
  V3(3, 4_095, 1);

  private final int number;
  private final int longestInterval;
  private final int intervalStep;

  Version(int number, int longestInterval, int intervalStep) {
    this.number = number;
    this.longestInterval = longestInterval;
    this.intervalStep = intervalStep;
  }

  /** The four version bits on the wire: 2 or 3. */
  public int number() {
    return number;
  }

  /** Whether an advertisement of this version can say {@code interval} exactly. */
  public boolean carries(Centiseconds interval) {
    return interval.value() <= longestInterval && interval.value() % intervalStep == 0;
  }
}
