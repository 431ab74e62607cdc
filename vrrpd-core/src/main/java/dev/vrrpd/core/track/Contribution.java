package dev.vrrpd.core.track;

/** What one tracker adds to the base priority at this moment; never 0. */
public record Contribution(String tracker, int amount) {
  /** {@code +50 chk_haproxy}. */
  @Override
  public String toString() {
    return "%+d %s".formatted(amount, tracker);
  }
}
