package dev.vrrpd.bench;

import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import java.time.Duration;

/** What ends the reign of an Active router. */
enum Provocation {
  CRASH("crash (kill -9)"),
  FAREWELL("graceful stop"),
  LINK_LOSS("link loss");

  private final String text;

  Provocation(String text) {
    this.text = text;
  }

  void happenTo(Node node, Program daemon) {
    switch (this) {
      case CRASH -> daemon.crash();
      case FAREWELL -> daemon.signal("TERM");
      case LINK_LOSS -> node.cable("eth0", false);
    }
  }

  /** Whether the Active router's last word is a farewell. */
  boolean farewell() {
    return this == FAREWELL;
  }

  /** What RFC 9568 section 6.4.2 lets a Backup of priority 100 wait since the last word. */
  Duration limit(Duration interval) {
    Duration skew = interval.multipliedBy(256 - FailoverBench.BACKUP_PRIORITY).dividedBy(256);
    return farewell() ? skew : interval.multipliedBy(3).plus(skew);
  }

  @Override
  public String toString() {
    return text;
  }
}
