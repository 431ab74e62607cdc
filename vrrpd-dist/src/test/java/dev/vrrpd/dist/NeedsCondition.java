package dev.vrrpd.dist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for what {@link Needs} names. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Needs.class)
            .map(NeedsCondition::missing)
            .orElse(List.of());
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("everything is there");
    }
    if (Boolean.getBoolean("vrrpd.lab.required")) {
      throw new IllegalStateException("required, but missing: " + String.join(", ", missing));
    }
    return ConditionEvaluationResult.disabled("missing: " + String.join(", ", missing));
  }

  private static List<String> missing(Needs needs) {
    Stream<String> programs = Stream.of(needs.programs()).filter(program -> !installed(program));
    Stream<String> engine =
        needs.engine() && !engineAnswers() ? Stream.of("a Docker engine") : Stream.of();
    return Stream.concat(programs, engine).toList();
  }

  private static boolean installed(String program) {
    return Stream.of("/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static boolean engineAnswers() {
    String host = System.getenv().getOrDefault("DOCKER_HOST", "");
    return host.startsWith("unix://") && Files.exists(Path.of(host.substring("unix://".length())));
  }
}
