package dev.vrrpd.docs;

import dev.vrrpd.core.config.diagnostic.Code;

/**
 * {@code docs/diagnostics.md}: what can be said about a configuration, and what follows from it.
 */
final class DiagnosticsPage {
  private DiagnosticsPage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Diagnostics

            Generated: `bin/dev docs`. The codes are stable. *Start* says whether the daemon starts with such a
            finding; a reload with any error keeps the running configuration. *Test* is what `--config-test`
            ends with because of it (the worst one counts), as keepalived has it.

            | Code | Severity | Start | Test | Meaning |
            |---|---|---|---|---|
            """);
    for (Code code : Code.values()) {
      page.append(
          "| `%s` | %s | %s | %d | %s |\n"
              .formatted(
                  code.id(),
                  code.severity().label(),
                  code.refusesStart() ? "refused, exit " + code.startStatus() : "goes on",
                  code.testStatus(),
                  ReferencePage.cell(code.explanation())));
    }
    return page.toString();
  }
}
