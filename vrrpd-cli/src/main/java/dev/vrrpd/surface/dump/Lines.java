package dev.vrrpd.surface.dump;

/** The three depths of indentation in {@code keepalived.data}, which its readers go by. */
final class Lines {
  private final StringBuilder text = new StringBuilder();

  void heading(String name) {
    line("------< " + name + " >------");
  }

  /** Begins an object. */
  void top(String line) {
    line(" " + line);
  }

  /** A property of it. */
  void item(String line) {
    line("   " + line);
  }

  void item(String key, Object value) {
    item(key + " = " + value);
  }

  void item(String key, boolean value) {
    item(key, value ? "enabled" : "disabled");
  }

  /** A member of a list that an item without value began. */
  void entry(String line) {
    line("     " + line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
