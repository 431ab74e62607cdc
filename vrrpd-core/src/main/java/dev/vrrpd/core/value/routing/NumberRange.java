package dev.vrrpd.core.value.routing;

/** Both ends belong to it. */
public record NumberRange(long first, long last) {
  @Override
  public String toString() {
    return first + "-" + last;
  }
}
