package dev.vrrpd.core.config;

import java.util.Locale;

/**
 * {@code on_vip_loss}: what an Active router does when somebody else removes an address, route,
 * rule or virtual MAC interface of its own.
 */
public enum LossPolicy {
  /** Puts it back at once; gives way to another router when that does not help. */
  RESTORE,
  /** Gives way to another router: keepalived's behaviour. */
  BACKUP,
  /** Stays away until a reload. */
  FAULT;

  /** Of the keyword's argument. */
  public static LossPolicy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The keyword's argument. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
