package dev.vrrpd.core.value;

import java.nio.charset.StandardCharsets;

/**
 * Name of a network interface: 1 to 15 octets in UTF-8, no slash, colon or white space, neither
 * {@code .} nor {@code ..} (the kernel's dev_valid_name); or {@link #NONE}.
 */
public record InterfaceName(String value) implements Comparable<InterfaceName> {
  /** No interface in particular: what has it goes where the routes lead. */
  public static final InterfaceName NONE = new InterfaceName("");

  /** Without the zero at its end: IFNAMSIZ of the kernel. */
  private static final int MOST_OCTETS = 15;

  public InterfaceName {
    if (!value.isEmpty() && !isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is not an interface name");
    }
  }

  /** Whether the kernel would give an interface this name; false for the empty one. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.getBytes(StandardCharsets.UTF_8).length <= MOST_OCTETS
        && !value.equals(".")
        && !value.equals("..")
        && value.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
  }

  @Override
  public int compareTo(InterfaceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "no interface" : value;
  }
}
