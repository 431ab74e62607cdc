package dev.vrrpd.core.sim;

import java.util.function.Function;

/**
 * A keyword that a router runs with, and what comes of it that would not without it.
 *
 * @param other what stands in its place for comparison
 * @param tale what happens, by the lines that make the difference
 */
record KeywordStory(
    String keyword,
    String other,
    Function<String, Object> tale,
    Object expectedWith,
    Object expectedWithout) {
  static KeywordStory of(
      String keyword, Function<String, Object> tale, Object with, Object without) {
    return new KeywordStory(keyword, "", tale, with, without);
  }

  static KeywordStory of(
      String keyword, String other, Function<String, Object> tale, Object with, Object without) {
    return new KeywordStory(keyword, other, tale, with, without);
  }

  Object with() {
    return tale.apply(keyword);
  }

  Object without() {
    return tale.apply(other);
  }

  @Override
  public String toString() {
    return keyword;
  }

  /** The instance A of priority 150, with lines of its own; a block goes before it. */
  static String router(String keyword, String... lines) {
    boolean outside = keyword.matches("(?s)(global_defs|garp_group|interface_up|vrrp_sync).*");
    String more = String.join("\n", lines) + (outside ? "" : "\n" + keyword);
    return (outside ? keyword : "")
        + """

        vrrp_instance A {
          interface eth0
          virtual_router_id 51
          version 3
          %s
          %s
          %s
        }
        """
            .formatted(
                more.contains("priority") ? "" : "priority 150",
                more.contains("virtual_ipaddress") ? "" : "virtual_ipaddress {\n 10.9.0.100/24\n}",
                more);
  }

  /** After half a minute. */
  static WrittenLan alone(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword, lines));
    return lan.run(30);
  }

  /** After ten seconds beside B, an instance with other lines. */
  static WrittenLan beside(String other, String self) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", self);
    lan.start("b", router(other));
    return lan.run(10);
  }
}
