package dev.vrrpd.daemon;

import dev.vrrpd.logging.LogLine;
import dev.vrrpd.logging.LogSink;
import dev.vrrpd.logging.SyslogText;
import dev.vrrpd.netlink.local.LocalDatagramSocket;

/**
 * syslog(3) without its waiting: a line that is not taken at once is lost. Lost lines are counted
 * and reported as soon as one is taken again.
 */
final class SyslogSink implements LogSink {
  private static final String DEV_LOG = "/dev/log";

  private final SyslogText text;
  private final LocalDatagramSocket socket;
  private long lost;

  /**
   * @param ident the program's name in each line
   * @param facility RFC 3164 section 4.1.1
   */
  SyslogSink(String ident, int facility) {
    this(ident, facility, DEV_LOG);
  }

  SyslogSink(String ident, int facility, String path) {
    this.text = new SyslogText(ident, ProcessHandle.current().pid(), facility);
    this.socket = new LocalDatagramSocket(path);
  }

  @Override
  public void write(LogLine line) {
    if (socket.send(text.of(line)) != 0) {
      lost++;
    } else if (lost > 0) {
      report(line);
    }
  }

  private void report(LogLine after) {
    LogLine report =
        new LogLine(after.at(), after.level(), lost + " log lines were not taken by syslog");
    if (socket.send(text.of(report)) == 0) {
      lost = 0;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    socket.close();
  }
}
