package dev.vrrpd.core.bfd;

/** bfd.SessionState. RFC 5880 section 4.1 (Sta) and section 6.2. */
public enum SessionState {
  ADMIN_DOWN(0, "AdminDown"),
  DOWN(1, "Down"),
  INIT(2, "Init"),
  UP(3, "Up");

  private final int bits;
  private final String text;

  SessionState(int bits, String text) {
    this.bits = bits;
    this.text = text;
  }

  /** The two that say it. */
  int bits() {
    return bits;
  }

  static SessionState of(int bits) {
    return switch (bits & 3) {
      case 0 -> ADMIN_DOWN;
      case 1 -> DOWN;
      case 2 -> INIT;
      default -> UP;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
