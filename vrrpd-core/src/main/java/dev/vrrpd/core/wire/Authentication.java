package dev.vrrpd.core.wire;

/** How advertisements are authenticated. {@code authentication}, version 2 only. */
public sealed interface Authentication {
  None NONE = new None();

  /** Authentication type 0. RFC 3768 section 5.3.6. */
  record None() implements Authentication {}

  /**
   * Authentication type 1, a password in clear. RFC 2338 section 5.3.6; {@code auth_type PASS}.
   *
   * @param password 1 to 8 octets when encoded as UTF-8; padded with zeros on the wire
   */
  record SimplePassword(String password) implements Authentication {
    @Override
    public String toString() {
      return "SimplePassword[hidden]";
    }
  }
}
