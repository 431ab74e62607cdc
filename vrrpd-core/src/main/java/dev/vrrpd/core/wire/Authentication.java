package dev.vrrpd.core.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How advertisements are authenticated: {@code authentication}, version 2 only, or {@code
 * auth_hmac}.
 */
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

  /**
   * A trailer behind the message with HMAC-SHA-256, for both versions and families; {@code
   * auth_hmac}, IETF draft-cassen-vrrp-auth-hmac. Its sequence numbers of 64 bits are times: 32
   * bits of seconds, 16 of fractions, 16 to tell what was sent at once.
   *
   * @param keys at least the active one; what is received may be signed with any of them
   * @param activeKey id of the key to sign with
   * @param window how far clocks may be apart, whole seconds, 1 to 300
   */
  record Signed(
      List<SigningKey> keys, int activeKey, AntiReplay antiReplay, Mode mode, Duration window)
      implements Authentication {
    public Signed {
      keys = List.copyOf(keys);
    }

    @Override
    public int type() {
      return 0;
    }

    Optional<SigningKey> key(int id) {
      return keys.stream().filter(key -> key.id() == id).findFirst();
    }

    /** Sends no trailer; {@code mode receive-only}. */
    boolean silent() {
      return mode == Mode.RECEIVE_ONLY;
    }
  }

  /** {@code anti_replay}. */
  enum AntiReplay {
    /** A number has to be new, and near to our own clock. */
    TIME,
    /** A number has to be greater than those before. */
    MONOTONIC
  }

  /** {@code mode}. */
  enum Mode {
    /** Nothing unsigned is believed. */
    ENFORCE,
    /** What is unsigned is believed, what is signed has to be right. */
    PERMISSIVE,
    /** The same, and nothing is signed: where a cluster begins. */
    RECEIVE_ONLY
  }
}
