package dev.vrrpd.command;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.DiagnosticText;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.docs.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How findings are printed: for people, for programs, for SARIF viewers, for GitHub. */
enum DiagnosticFormat {
  text,
  json,
  sarif,
  github;

  /** {@code lines} gives the source line of a span. */
  String print(List<Diagnostic> found, Function<Span, Optional<String>> lines) {
    return switch (this) {
      case text -> new DiagnosticText(lines).render(found);
      case json ->
          found.stream()
              .map(DiagnosticFormat::object)
              .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
      case sarif -> sarif(found);
      case github ->
          found.stream().map(DiagnosticFormat::workflowCommand).collect(Collectors.joining());
    };
  }

  private static String object(Diagnostic found) {
    Span span = found.span();
    String help = found.help().map(text -> ", \"help\": " + Json.string(text)).orElse("");
    return "  {\"file\": %s, \"line\": %d, \"column\": %d, \"length\": %d, \"severity\": %s, \"code\": %s, \"message\": %s%s}"
        .formatted(
            Json.string(span.file()),
            span.line(),
            span.column(),
            span.length(),
            Json.string(found.severity().label()),
            Json.string(found.code().id()),
            Json.string(found.message()),
            help);
  }

  /** SARIF 2.1.0. */
  private static String sarif(List<Diagnostic> found) {
    String rules =
        found.stream()
            .map(Diagnostic::code)
            .distinct()
            .map(DiagnosticFormat::rule)
            .collect(Collectors.joining(",\n"));
    String results =
        found.stream().map(DiagnosticFormat::result).collect(Collectors.joining(",\n"));
    return """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [{
        "tool": {"driver": {"name": "vrrpd", "rules": [
    %s
        ]}},
        "results": [
    %s
        ]
      }]
    }
    """
        .formatted(rules, results);
  }

  private static String rule(Code code) {
    return "      {\"id\": %s, \"shortDescription\": {\"text\": %s}}"
        .formatted(Json.string(code.id()), Json.string(code.explanation()));
  }

  private static String result(Diagnostic found) {
    String text = found.message() + found.help().map(help -> ". " + help).orElse("");
    Span span = found.span();
    String location =
        span.file().isEmpty()
            ? ""
            : ", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": %s}, \"region\": {\"startLine\": %d, \"startColumn\": %d, \"endColumn\": %d}}}]"
                .formatted(
                    Json.string(span.file()),
                    span.line(),
                    span.column(),
                    span.column() + span.length());
    return "      {\"ruleId\": %s, \"level\": %s, \"message\": {\"text\": %s}%s}"
        .formatted(
            Json.string(found.code().id()),
            Json.string(found.severity() == Severity.NOTICE ? "note" : found.severity().label()),
            Json.string(text),
            location);
  }

  /** {@code ::error file=F,line=L,col=C,title=CODE::message}; GitHub's workflow commands. */
  private static String workflowCommand(Diagnostic found) {
    Span span = found.span();
    String text = found.message() + found.help().map(help -> " (" + help + ")").orElse("");
    String place =
        span.file().isEmpty()
            ? ""
            : "file=%s,line=%d,col=%d,".formatted(span.file(), span.line(), span.column());
    return "::%s %stitle=%s::%s\n"
        .formatted(
            found.severity().label(),
            place,
            found.code().id(),
            text.replace("%", "%25").replace("\n", "%0A"));
  }
}
