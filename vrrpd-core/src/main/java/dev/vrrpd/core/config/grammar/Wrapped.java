package dev.vrrpd.core.config.grammar;

/** An argument that is another one but for how it is read; says of itself what that one says. */
interface Wrapped<T> extends Argument<T> {
  Argument<T> argument();

  @Override
  default String syntax() {
    return argument().syntax();
  }

  @Override
  default String range() {
    return argument().range();
  }

  @Override
  default String example() {
    return argument().example();
  }

  @Override
  default boolean optional() {
    return argument().optional();
  }

  @Override
  default String print(T value) {
    return argument().print(value);
  }

  @Override
  default String type() {
    return argument().type();
  }
}
