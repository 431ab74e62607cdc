package dev.vrrpd.core.value;

/**
 * How the packet filter of {@code no_accept} and virtual MAC interfaces looks.
 *
 * @param table {@code nftables}: the name of the table
 * @param priority {@code nftables_priority} of its chains
 * @param counters {@code nftables_counters}
 */
public record FilterStyle(String table, int priority, boolean counters) {
  /** Nothing configured. */
  public static final FilterStyle STANDARD = new FilterStyle("vrrpd", -1, false);
}
