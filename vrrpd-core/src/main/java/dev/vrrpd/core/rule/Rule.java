package dev.vrrpd.core.rule;

import java.util.Optional;

/**
 * What RFC 9568 asks of a VRRP router, and RFC 3768 for version 2, in our own words. Code says
 * which it {@link Implements}, tests say which they prove; {@code docs/rfc9568.md} is printed from
 * here.
 */
public enum Rule {
  SKEW_TIME("9568 6.1", Level.MUST, "The better the priority, the shorter the skew."),
  OWNER_ALWAYS_PREEMPTS("9568 6.1", Level.MUST, "Preempt_Mode does not bind the address owner."),

  STARTUP_OWNER_IS_ACTIVE(
      "9568 6.4.1", Level.MUST, "On startup an owner advertises, announces and is Active."),
  STARTUP_OTHERS_ARE_BACKUP(
      "9568 6.4.1",
      Level.MUST,
      "On startup anybody else is Backup, with a full Active_Down_Interval to wait."),

  BACKUP_IS_SILENT_FOR_THE_ADDRESSES(
      "9568 6.4.2", Level.MUST, "A Backup neither answers for nor accepts the virtual addresses."),
  BACKUP_SHUTS_DOWN_SILENTLY(
      "9568 6.4.2", Level.MUST, "A Backup that is shut down is Initialize and sends nothing."),
  BACKUP_TAKES_OVER(
      "9568 6.4.2",
      Level.MUST,
      "When the Active_Down_Timer fires it advertises, announces and is Active."),
  BACKUP_HEARS_RESIGNATION(
      "9568 6.4.2", Level.MUST, "After priority 0 only the skew is left to wait."),
  BACKUP_FOLLOWS(
      "9568 6.4.2",
      Level.MUST,
      "An advertisement not worse than ours, or any without Preempt_Mode, restarts the timer with"
          + " the interval it tells."),
  BACKUP_DISCARDS_WORSE(
      "9568 6.4.2", Level.MUST, "With Preempt_Mode a worse advertisement is discarded."),

  ACTIVE_ANSWERS_FOR_THE_ADDRESSES(
      "9568 6.4.3", Level.MUST, "An Active router answers ARP and ND for the virtual addresses."),
  ACTIVE_RESIGNS("9568 6.4.3", Level.MUST, "An Active router that is shut down sends priority 0."),
  ACTIVE_ADVERTISES(
      "9568 6.4.3", Level.MUST, "When the Adver_Timer fires it advertises and restarts it."),
  ACTIVE_ANSWERS_RESIGNATION(
      "9568 6.4.3", Level.MUST, "Priority 0 from another is answered at once."),
  ACTIVE_YIELDS_TO_GREATER_PRIORITY(
      "9568 6.4.3", Level.MUST, "A greater priority makes it Backup."),
  ACTIVE_YIELDS_TO_GREATER_ADDRESS(
      "9568 6.4.3",
      Level.MUST,
      "The same priority and a greater address, compared unsigned, makes it Backup."),
  ACTIVE_ANSWERS_WORSE(
      "9568 6.4.3",
      Level.MUST,
      "A worse advertisement is discarded and answered at once (lower_prio_no_advert says no)."),

  TTL_IS_255("9568 7.1", Level.MUST, "TTL or hop limit is 255 (unicast: min_ttl, max_ttl)."),
  VERSION_IS_OURS("9568 7.1", Level.MUST, "The version is the configured one."),
  PACKET_IS_COMPLETE("9568 7.1", Level.MUST, "Header and all counted addresses are there."),
  CHECKSUM_IS_RIGHT("9568 7.1", Level.MUST, "The checksum is right (v3_checksum_as_v2 says no)."),
  VRID_IS_CONFIGURED("9568 7.1", Level.MUST, "The VRID is configured on that link."),
  OWNER_LISTENS_TO_NOBODY(
      "9568 7.1",
      Level.MUST,
      "An address owner discards every advertisement (with owner_ignore_adverts or strict_mode;"
          + " else two owners by mistake are told of and settled by address)."),
  ADDRESSES_ARE_THE_SAME(
      "9568 7.1", Level.MAY, "The addresses are ours; told and counted, not refused."),
  DISCARDS_ARE_TOLD("9568 7.1", Level.SHOULD, "A discard is logged, but not without end."),
  TYPE_IS_ADVERTISEMENT("9568 5.2.2", Level.MUST, "A packet of unknown type is discarded."),

  INTERVAL_IS_OURS(
      "3768 7.1", Level.MUST, "Version 2: another advertisement interval is discarded."),
  AUTHENTICATION_IS_OURS(
      "3768 7.1", Level.MUST, "Version 2: another authentication type is discarded."),

  VIRTUAL_MAC(
      "9568 7.3",
      Level.MUST,
      "Advertisements come from the virtual MAC address.",
      "as keepalived without use_vmac: from the link's own");

  /** How strongly the RFC asks. */
  public enum Level {
    MUST,
    SHOULD,
    MAY
  }

  private final String section;
  private final Level level;
  private final String text;
  private final Optional<String> exception;

  Rule(String section, Level level, String text) {
    this.section = section;
    this.level = level;
    this.text = text;
    this.exception = Optional.empty();
  }

  Rule(String section, Level level, String text, String exception) {
    this.section = section;
    this.level = level;
    this.text = text;
    this.exception = Optional.of(exception);
  }

  /** RFC number and section. */
  public String section() {
    return section;
  }

  public Level level() {
    return level;
  }

  public String text() {
    return text;
  }

  /** Why it is not carried out here, if it is not. */
  public Optional<String> exception() {
    return exception;
  }
}
