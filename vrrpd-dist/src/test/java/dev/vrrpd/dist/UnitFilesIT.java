package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The systemd units, as systemd itself reads them. */
@Needs(programs = "systemd-analyze")
class UnitFilesIT {
  private static final Path SYSTEMD = Shell.ROOT.resolve("vrrpd-dist/src/main/systemd");

  /** What systemd-analyze(1) calls OK; tenths. */
  private static final String EXPOSURE = "42";

  @TempDir Path root;

  @BeforeEach
  void lookInstalled() throws IOException {
    Path units = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
    for (String unit : List.of("vrrpd.service", "vrrpd@.service")) {
      Files.copy(SYSTEMD.resolve(unit), units.resolve(unit));
    }
    for (String target : List.of("sysinit", "basic", "shutdown", "network-online", "multi-user")) {
      Files.writeString(units.resolve(target + ".target"), "[Unit]\nDescription=there\n");
    }
    for (String slice : List.of("system.slice", "-.slice")) {
      Files.writeString(units.resolve(slice), "[Unit]\nDescription=there\n");
    }
    Path program = root.resolve("usr/lib/vrrpd/bin/keepalived");
    Files.createDirectories(program.getParent());
    Files.createFile(
        program,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  private String analyze(String... words) {
    String[] command = new String[words.length + 2];
    command[0] = "systemd-analyze";
    command[1] = "--root=" + root;
    System.arraycopy(words, 0, command, 2, words.length);
    Shell.Result result = Shell.attempt(Map.of(), command);
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output();
  }

  /** systemd before 253 does not know the one word that the package's drop-in replaces there. */
  private static List<String> complaints(String output) {
    return output
        .lines()
        .filter(line -> !line.contains("ignoring: notify-reload"))
        .filter(line -> line.contains("vrrpd"))
        .toList();
  }

  @Test
  void systemdHasNothingToComplainAbout() {
    assertThat(complaints(analyze("verify", "--man=no", "vrrpd.service"))).isEmpty();
    assertThat(complaints(analyze("verify", "--man=no", "vrrpd@main.service"))).isEmpty();
  }

  /** Beside notify-reload, and after the signal where systemd does not send one itself. */
  @Test
  void aReloadFailsByTheTestOfTheFile() throws IOException {
    String test = "ExecReload=/usr/lib/vrrpd/bin/keepalived reload-test $DAEMON_ARGS";
    for (String unit : List.of("vrrpd.service", "vrrpd@.service", "before-253.conf")) {
      assertThat(Files.readAllLines(SYSTEMD.resolve(unit))).contains(test);
    }
    assertThat(Files.readAllLines(SYSTEMD.resolve("before-253.conf")))
        .containsSubsequence("ExecReload=", "ExecReload=/bin/kill -HUP $MAINPID", test);
  }

  @Test
  void exposureIsLow() {
    analyze("security", "--offline=true", "--threshold=" + EXPOSURE, "vrrpd.service");
    analyze("security", "--offline=true", "--threshold=" + EXPOSURE, "vrrpd@main.service");
  }

  @Test
  void bothUnitsAreHardenedAlike() throws IOException {
    assertThat(hardening("vrrpd@.service")).containsExactlyElementsOf(hardening("vrrpd.service"));
  }

  private static List<String> hardening(String unit) throws IOException {
    return Files.readAllLines(SYSTEMD.resolve(unit)).stream()
        .dropWhile(line -> !line.startsWith("CapabilityBoundingSet="))
        .takeWhile(line -> !line.startsWith("[Install]"))
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .toList();
  }
}
