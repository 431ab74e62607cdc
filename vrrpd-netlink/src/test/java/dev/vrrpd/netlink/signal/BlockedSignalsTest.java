package dev.vrrpd.netlink.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In JVMs of their own: a signal is for a whole process. */
class BlockedSignalsTest {
  private static final List<String> BLOCKED = List.of("env", "--block-signal=RTMIN+2,RTMAX-1");

  @ParameterizedTest
  @ValueSource(ints = {SignalledJvm.JSON, SignalledJvm.STATS_CLEAR})
  void aSignalThatWasBlockedBeforeTheStartIsRead(int signal) throws Exception {
    assertThat(said(BLOCKED, signal)).isEqualTo("unblocked: []\nheard: " + signal + "\n");
  }

  @Test
  void aSignalThatWasNotBlockedIsIgnored() throws Exception {
    assertThat(said(List.of("env"), SignalledJvm.JSON))
        .isEqualTo("unblocked: [36, 63]\nheard: nothing\n");
  }

  private static String said(List<String> launcher, int signal) throws Exception {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            SignalledJvm.class.getName(),
            Integer.toString(signal)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return said;
  }
}
