package dev.vrrpd.core;

import dev.vrrpd.core.rule.Rule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this test shows of obligations. Scenarios say {@code # proves RULE} and {@code # refuses
 * RULE} instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Proves {
  /** They are kept. */
  Rule[] value() default {};

  /** What goes against them is refused, or does not happen. */
  Rule[] refuses() default {};
}
