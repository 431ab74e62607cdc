package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.logging.LogLine;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

class SyslogSinkTest {
  private static final Instant MORNING =
      ZonedDateTime.of(2026, 11, 21, 7, 52, 8, 0, ZoneId.systemDefault()).toInstant();

  @TempDir Path directory;

  @Test
  void linesCarryFacilitySeverityTimeAndProcess() {
    Path path = directory.resolve("log");
    int syslog = listen(path);
    SyslogSink sink = new SyslogSink("Keepalived_vrrp", 3, path.toString());
    sink.write(new LogLine(MORNING, Level.INFO, "(VI_1) Entering MASTER STATE"));
    assertThat(receive(syslog))
        .isEqualTo(
            "<30>Nov 21 07:52:08 Keepalived_vrrp[%d]: (VI_1) Entering MASTER STATE"
                .formatted(ProcessHandle.current().pid()));
    Libc.close(syslog);
  }

  @Test
  void whatSyslogDoesNotTakeIsCountedAndReportedWhenItIsBack() throws Exception {
    Path path = directory.resolve("log");
    SyslogSink sink = new SyslogSink("vrrpd", 3, path.toString());
    sink.write(new LogLine(MORNING, Level.INFO, "one"));
    sink.write(new LogLine(MORNING, Level.INFO, "two"));
    int syslog = listen(path);
    sink.write(new LogLine(MORNING, Level.WARN, "three"));
    assertThat(receive(syslog)).startsWith("<28>").endsWith(": three");
    assertThat(receive(syslog)).endsWith(": 2 log lines were not taken by syslog");
    Libc.close(syslog);
    Files.delete(path);
    int restarted = listen(path);
    sink.write(new LogLine(MORNING, Level.INFO, "four"));
    assertThat(receive(restarted)).endsWith(": four");
    Libc.close(restarted);
  }

  @Test
  void aSyslogThatIsStuckIsNotWaitedFor() {
    Path path = directory.resolve("log");
    int syslog = listen(path);
    SyslogSink sink = new SyslogSink("vrrpd", 3, path.toString());
    for (int i = 0; i < 2000; i++) {
      sink.write(new LogLine(MORNING, Level.INFO, "line " + i));
    }
    assertThat(receive(syslog)).endsWith(": line 0");
    sink.write(new LogLine(MORNING, Level.INFO, "after"));
    Libc.close(syslog);
  }

  private static int listen(Path path) {
    int fd = Libc.check("socket", Libc.socket(Libc.AF_UNIX, Libc.SOCK_DGRAM, 0));
    byte[] octets = path.toString().getBytes(StandardCharsets.UTF_8);
    NativeMemory address = NativeMemory.allocate(110);
    address.octets().putShort(0, (short) Libc.AF_UNIX).put(2, octets);
    Libc.check("bind", Libc.bind(fd, address), path);
    return fd;
  }

  private static String receive(int fd) {
    NativeMemory memory = NativeMemory.allocate(9000);
    byte[] octets = new byte[Libc.check("read", Libc.read(fd, memory))];
    memory.octets().get(0, octets);
    return new String(octets, StandardCharsets.UTF_8);
  }
}
