package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.diagnostic.Span;
import java.util.HashMap;
import java.util.Map;

/** A block while it is read. Remembers where each keyword stood, for checks that come later. */
public abstract class Draft {
  private final Span header;
  private final Map<String, Span> places = new HashMap<>();

  protected Draft(Span header) {
    this.header = header;
  }

  /** Where the block begins. */
  public final Span header() {
    return header;
  }

  /** Where {@code keyword} stood last; the block's beginning if it did not. */
  public final Span place(String keyword) {
    return places.getOrDefault(keyword, header);
  }

  /** All of them; the block's beginning by the empty keyword. */
  public final Map<String, Span> places() {
    Map<String, Span> all = new HashMap<>(places);
    all.put("", header);
    return all;
  }

  public final boolean has(String keyword) {
    return places.containsKey(keyword);
  }

  /** How keepalived's messages call the block: {@code (VI_1)}; empty for blocks without a name. */
  public String label() {
    return "";
  }

  final void seen(String keyword, Span place) {
    places.put(keyword, place);
  }
}
