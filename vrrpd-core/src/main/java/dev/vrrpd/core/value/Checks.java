package dev.vrrpd.core.value;

/** Refusals of constructors, in one wording. */
public final class Checks {
  private Checks() {}

  /** Throws {@link IllegalArgumentException} unless {@code low <= value <= high}. */
  public static void range(String what, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s %d is outside %d to %d".formatted(what, value, low, high));
    }
  }
}
