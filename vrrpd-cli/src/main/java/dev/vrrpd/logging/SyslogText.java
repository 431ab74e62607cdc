package dev.vrrpd.logging;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.slf4j.event.Level;

/**
 * Lines as the local syslog daemon reads them, RFC 3164 section 4.1 without the host name: {@code
 * <30>Nov 21 07:52:08 Keepalived_vrrp[23665]: text}.
 */
public final class SyslogText {
  private final String tag;
  private final int facility;

  public SyslogText(String ident, long pid, int facility) {
    this.tag = ident + "[" + pid + "]: ";
    this.facility = facility;
  }

  public byte[] of(LogLine line) {
    String text =
        "<%d>%s %s%s"
            .formatted(
                facility * 8 + severity(line.level()),
                TimeText.syslog(line.at(), ZoneId.systemDefault()),
                tag,
                line.text());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Details were asked for: as keepalived's, they are information, so that no filter eats them. */
  private static int severity(Level level) {
    return switch (level) {
      case ERROR -> 3;
      case WARN -> 4;
      case INFO, DEBUG -> 6;
      case TRACE -> 7;
    };
  }
}
