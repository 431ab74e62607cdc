package dev.vrrpd.core;

import dev.vrrpd.core.rule.Rule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The obligations whose keeping this test shows. Scenarios say {@code # proves RULE} instead. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Proves {
  Rule[] value();
}
