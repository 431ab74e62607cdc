package dev.vrrpd.core.wire;

/** How advertisements are authenticated: {@code authentication}, version 2 only. */
public sealed interface Authentication {
  None NONE = new None();

  /** What a version 2 message over IPv4 calls it. RFC 2338 section 5.3.6. */
  int type();

  /** Authentication type 0. RFC 3768 section 5.3.6. */
  record None() implements Authentication {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * Authentication type 1, a password in clear. RFC 2338 section 5.3.6; {@code auth_type PASS}.
   *
   * @param password 1 to 8 octets when encoded as UTF-8; padded with zeros on the wire
   */
  record SimplePassword(String password) implements Authentication {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public String toString() {
      return "SimplePassword[hidden]";
    }
  }

  /**
   * Authentication type 2, an IP authentication header with HMAC-MD5-96. RFC 2338 section 5.3.6;
   * {@code auth_type AH}. IPv4 only. All routers of a virtual router share one sequence of 32 bits:
   * who speaks goes on after what it heard last.
   *
   * @param password 1 to 8 octets when encoded as UTF-8
   */
  record Ah(String password) implements Authentication {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public String toString() {
      return "Ah[hidden]";
    }
  }
}
