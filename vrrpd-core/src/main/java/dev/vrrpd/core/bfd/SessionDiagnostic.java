package dev.vrrpd.core.bfd;

/** Why a session last left Up. RFC 5880 section 4.1 (Diag). */
public enum SessionDiagnostic {
  NONE(0, "No Diagnostic"),
  TIME_EXPIRED(1, "Control Detection Time Expired"),
  ECHO_FAILED(2, "Echo Function Failed"),
  NEIGHBOR_SIGNALED_DOWN(3, "Neighbor Signaled Session Down"),
  FORWARDING_PLANE_RESET(4, "Forwarding Plane Reset"),
  PATH_DOWN(5, "Path Down"),
  CONCATENATED_PATH_DOWN(6, "Concatenated Path Down"),
  ADMINISTRATIVELY_DOWN(7, "Administratively Down"),
  REVERSE_CONCATENATED_PATH_DOWN(8, "Reverse Concatenated Path Down"),
  RESERVED(9, "Reserved");

  private final int bits;
  private final String text;

  SessionDiagnostic(int bits, String text) {
    this.bits = bits;
    this.text = text;
  }

  /** Of the five that say it. */
  int bits() {
    return bits;
  }

  /** Five bits; 9 to 31 are reserved. */
  static SessionDiagnostic of(int bits) {
    for (SessionDiagnostic diagnostic : values()) {
      if (diagnostic.bits == bits) {
        return diagnostic;
      }
    }
    return RESERVED;
  }

  @Override
  public String toString() {
    return text;
  }
}
