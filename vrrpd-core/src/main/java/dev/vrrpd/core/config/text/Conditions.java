package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;

/** Looks at {@code @ID LINE} for what keeps it from ever being read, whatever the id is. */
final class Conditions {
  private final Diagnostics diagnostics;

  Conditions(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * @param condition {@code @ID} or {@code @^ID}
   * @param rest what is read if it holds
   */
  void look(Text condition, String id, Text rest) {
    if (id.isEmpty()) {
      report(condition, "no configuration id follows '%s'".formatted(condition.chars()));
    } else if (rest.isEmpty()) {
      report(condition, "nothing follows '%s' on its line".formatted(condition.chars()));
    } else if (!Character.isLetterOrDigit(id.codePointBefore(id.length()))) {
      report(condition, "'%s' is hardly a configuration id".formatted(id));
    }
  }

  private void report(Text condition, String message) {
    diagnostics.add(
        Diagnostic.of(Code.CONDITION_UNUSUAL, condition.span(), message)
            .help("@ID LINE, where ID is what -i says, else the host name up to its first dot"));
  }
}
