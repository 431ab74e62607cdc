package dev.vrrpd.core.wire;

import java.util.HexFormat;

/**
 * A key of {@code auth_hmac}.
 *
 * @param id 1 to 255, said in every trailer
 * @param hex 32 to 64 octets
 */
public record SigningKey(int id, String hex) {
  public static final int LEAST_OCTETS = 32;
  public static final int MOST_OCTETS = 64;

  byte[] octets() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + " hidden]";
  }
}
