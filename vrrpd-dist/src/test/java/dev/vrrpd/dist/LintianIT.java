package dev.vrrpd.dist;

import org.junit.jupiter.api.Test;

/**
 * The .deb under Debian's own inspection; what it is excused from: src/main/deb/lintian-overrides.
 */
@Needs(programs = "lintian")
class LintianIT {
  @Test
  void debianHasNothingToComplainAbout() {
    Shell.run(
        "lintian", "--allow-root", "--fail-on", "error,warning", System.getProperty("vrrpd.deb"));
  }
}
