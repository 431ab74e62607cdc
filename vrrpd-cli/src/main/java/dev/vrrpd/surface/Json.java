package dev.vrrpd.surface;

import java.util.List;

/** Writes JSON objects (RFC 8259) as keepalived does: on one line, each slash escaped. */
public final class Json {
  private final StringBuilder members = new StringBuilder();

  private Json name(String name) {
    if (!members.isEmpty()) {
      members.append(',');
    }
    members.append(quoted(name)).append(':');
    return this;
  }

  public Json put(String name, String value) {
    name(name).members.append(quoted(value));
    return this;
  }

  public Json put(String name, long value) {
    return raw(name, Long.toString(value));
  }

  /** C's idea of a flag: 0 or 1. */
  public Json number(String name, boolean value) {
    return put(name, value ? 1 : 0);
  }

  public Json put(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  /** Nothing at all for an empty list. */
  public Json putIfAny(String name, List<String> values) {
    return values.isEmpty() ? this : raw(name, array(values.stream().map(Json::quoted).toList()));
  }

  /** {@code value} is JSON already. */
  public Json raw(String name, String value) {
    name(name).members.append(value);
    return this;
  }

  public static String array(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  @Override
  public String toString() {
    return "{" + members + "}";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\', '/' -> "\\" + c;
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
