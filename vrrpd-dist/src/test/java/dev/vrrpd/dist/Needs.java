package dev.vrrpd.dist;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a test class cannot do without. Where it is missing the class is skipped; with {@code
 * -Dvrrpd.lab.required=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {
  /** Programs on the path. */
  String[] programs() default {};

  /** A Docker engine. */
  boolean engine() default false;
}
