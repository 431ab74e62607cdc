package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/** A keyword whose presence is its value. */
record Flag() implements Argument<Boolean> {
  @Override
  public Optional<Boolean> read(Line line) {
    return Optional.of(true);
  }

  @Override
  public String syntax() {
    return "";
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public String example() {
    return "";
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public String print(Boolean value) {
    return "";
  }

  @Override
  public String type() {
    return "boolean";
  }
}
