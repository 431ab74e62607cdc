package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.daemon.DaemonOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaemonArgumentsTest {
  @Test
  void vrrpdStaysInTheForegroundAndLogsToTheConsoleOnly() {
    DaemonOptions options = options(CalledAs.VRRPD, "--config", "k.conf");
    assertThat(options.background()).isFalse();
    assertThat(options.console()).isTrue();
    assertThat(options.syslogFacility()).isEmpty();
    assertThat(options.pidFiles()).isEmpty();
    assertThat(options.config()).isEqualTo(Path.of("/here/k.conf"));
  }

  @Test
  void keepalivedGoesToTheBackgroundAndLogsToSyslog() {
    DaemonOptions options = options(CalledAs.KEEPALIVED);
    assertThat(options.background()).isTrue();
    assertThat(options.console()).isFalse();
    assertThat(options.syslogFacility()).contains(3);
    assertThat(options.pidFiles())
        .containsExactly(Path.of("/run/keepalived.pid"), Path.of("/run/vrrp.pid"));
    assertThat(options.config()).isEqualTo(Path.of("/etc/keepalived/keepalived.conf"));
  }

  @Test
  void keepalivedInTheForegroundLogsToConsoleAndSyslogUnlessToldNotTo() {
    DaemonOptions options = options(CalledAs.KEEPALIVED, "-nlf", "/k.conf", "-p", "/p", "-r", "/r");
    assertThat(options.background()).isFalse();
    assertThat(options.console()).isTrue();
    assertThat(options.syslogFacility()).contains(3);
    assertThat(options.pidFiles()).containsExactly(Path.of("/p"), Path.of("/r"));
    assertThat(options(CalledAs.KEEPALIVED, "-nlG").syslogFacility()).isEmpty();
  }

  @Test
  void facilitiesAreNumbersOfLocalOrNames() {
    assertThat(options(CalledAs.VRRPD, "-S", "7").syslogFacility()).contains(23);
    assertThat(options(CalledAs.VRRPD, "-S", "local0").syslogFacility()).contains(16);
    assertThat(options(CalledAs.VRRPD, "-S", "user").syslogFacility()).contains(1);
    assertThatThrownBy(() -> options(CalledAs.VRRPD, "-S", "mail"))
        .hasMessage("Invalid log facility 'mail'");
  }

  @Test
  void anOptionWithoutEffectIsRemembered() {
    assertThat(options(CalledAs.VRRPD, "-x", "-R", "-P").withoutEffect())
        .containsExactlyInAnyOrder("--snmp", "--dont-respawn");
  }

  @Test
  void theUmaskIsANumberOfAnyBase() {
    assertThat(options(CalledAs.VRRPD, "-u", "0177").umask()).contains(0177);
    assertThatThrownBy(() -> options(CalledAs.VRRPD, "-u", "rwx"))
        .hasMessage("Invalid umask 'rwx'");
  }

  private static DaemonOptions options(CalledAs calledAs, String... arguments) {
    CommandLine given = CommandLineTest.understood(arguments);
    return new DaemonArguments(given, calledAs, Path.of("/here")).options(List.of(arguments));
  }
}
