package dev.vrrpd.core.track;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a tracked file begins with: leading blanks are skipped, then an integer as C writes
 * it; what follows is for people. keepalived.conf(5), {@code track_file}.
 */
public final class FileContent {
  /** No more of a file is looked at. */
  public static final int OCTETS = 127;

  private static final Pattern NUMBER =
      Pattern.compile("\\s*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)[^\\x00]*", Pattern.DOTALL);

  private FileContent() {}

  /** 0 where no number is; empty for one beyond 32 bits, which changes nothing. */
  public static OptionalInt number(byte[] octets) {
    Matcher matcher = NUMBER.matcher(new String(octets, StandardCharsets.ISO_8859_1));
    if (!matcher.lookingAt()) {
      return OptionalInt.of(0);
    }
    BigInteger magnitude = magnitude(matcher.group(2));
    BigInteger value = matcher.group(1).equals("-") ? magnitude.negate() : magnitude;
    return value.bitLength() < Integer.SIZE
        ? OptionalInt.of(value.intValueExact())
        : OptionalInt.empty();
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return new BigInteger(digits.substring(2), 16);
    }
    return digits.startsWith("0") ? octal(digits) : new BigInteger(digits);
  }

  /** Up to the first digit that is none. */
  private static BigInteger octal(String digits) {
    int end = 0;
    while (end < digits.length() && digits.charAt(end) < '8') {
      end++;
    }
    return new BigInteger(digits.substring(0, end), 8);
  }
}
