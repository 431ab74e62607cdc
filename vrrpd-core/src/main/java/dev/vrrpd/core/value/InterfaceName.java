package dev.vrrpd.core.value;

/**
 * Name of a network interface: 1 to 15 octets, no slash, no blank (the kernel's dev_valid_name).
 */
public record InterfaceName(String value) implements Comparable<InterfaceName> {
  /** No interface in particular: what has it goes where the routes lead. */
  public static final InterfaceName NONE = new InterfaceName("");

  public InterfaceName {
    if (!value.isEmpty() && !isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is not an interface name");
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= 15
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
