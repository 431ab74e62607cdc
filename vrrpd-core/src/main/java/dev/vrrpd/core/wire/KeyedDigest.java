package dev.vrrpd.core.wire;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed digests of advertisements. RFC 2104. */
public enum KeyedDigest {
  /** HMAC-MD5-96. RFC 2403. */
  MD5("HmacMD5"),
  /** HMAC-SHA-256, cut to 128 bits. RFC 4868. */
  SHA256("HmacSHA256");

  private final String algorithm;

  KeyedDigest(String algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * Whether this Java runtime has it; makes one, so that the first advertisement need not wait for
   * its classes. Slow the first time.
   */
  public boolean available() {
    try {
      return of(new byte[] {0}).length > 0;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  /**
   * The whole digest of the parts in their order.
   *
   * @param key at least one octet
   */
  byte[] of(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(algorithm + " is not to be had", missing);
    }
  }
}
