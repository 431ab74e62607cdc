package dev.vrrpd.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test a lab of its own and takes it away; a failed test's lab leaves its files and says
 * what ran.
 */
final class LabExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(LabExtension.class);
  private static final List<String> PROGRAMS =
      List.of("unshare", "nsenter", "ip", "tcpdump", "tshark", "keepalived");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String missing = missing(context);
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("the lab is complete");
    }
    if (Boolean.getBoolean("vrrpd.lab.required")) {
      throw new IllegalStateException("the lab is required, but missing: " + missing);
    }
    return ConditionEvaluationResult.disabled("the lab needs " + missing);
  }

  private static String missing(ExtensionContext context) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return "root";
    }
    var wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), InLab.class)
            .map(lab -> Stream.of(lab.programs()))
            .orElse(Stream.empty());
    return String.join(
        ", ",
        Stream.concat(PROGRAMS.stream(), wanted).filter(program -> !installed(program)).toList());
  }

  private static boolean installed(String program) {
    return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Lab resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      Path all = Files.createDirectories(Software.ROOT.resolve("vrrpd-cli/target/lab"));
      String prefix = context.getRequiredTestClass().getSimpleName() + "-";
      var lab = new Lab(Files.createTempDirectory(all, prefix));
      context.getStore(STORE).put(Lab.class, lab);
      return lab;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Lab lab = context.getStore(STORE).remove(Lab.class, Lab.class);
    if (lab == null) {
      return;
    }
    lab.close();
    if (context.getExecutionException().isPresent()) {
      System.out.printf(
          "=== %s failed; files in %s%n%s%n",
          context.getDisplayName(), lab.directory(), lab.transcript());
    } else {
      lab.discard();
    }
  }
}
