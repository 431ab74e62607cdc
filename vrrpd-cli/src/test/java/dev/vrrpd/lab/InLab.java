package dev.vrrpd.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that take a {@link Lab} as a parameter. Labs are independent: the tests run beside each
 * other. Where namespaces or programs are missing they are skipped; with {@code
 * -Dvrrpd.lab.required=true} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
@Execution(ExecutionMode.CONCURRENT)
public @interface InLab {
  /** Programs needed beside those of the lab itself. */
  String[] programs() default {};
}
