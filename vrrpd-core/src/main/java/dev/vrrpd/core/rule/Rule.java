package dev.vrrpd.core.rule;

import java.util.Optional;

/**
 * What RFC 9568 asks of a VRRP router, and RFC 3768 for version 2, in our own words. Code says
 * which it {@link Implements}, tests say which they prove; {@code docs/rfc9568.md} is printed from
 * here.
 */
public enum Rule {
  SOURCE_IS_THE_PRIMARY_ADDRESS(
      "9568 5.1.1.1",
      Level.MUST,
      "Advertisements come from the link's primary IPv4 address, or its link-local IPv6 address"
          + " (mcast_src_ip says otherwise)."),
  GROUP_OF_THE_FAMILY(
      "9568 5.1.1.2",
      Level.MUST,
      "They go to 224.0.0.18 or ff02::12, which no router forwards.",
      new Elsewhere(
          "the defaults of vrrp_mcast_group4 and vrrp_mcast_group6; the kernel forwards no"
              + " link-local group",
          "`InteropIT`")),
  TTL_255_IS_SENT(
      "9568 5.1.1.3",
      Level.MUST,
      "They leave with TTL or hop limit 255.",
      new Elsewhere(
          "`AdvertisementPorts`; unicast_ttl says otherwise",
          "`AdvertisementPortsTest`, `InteropIT`")),
  PROTOCOL_112(
      "9568 5.1.1.4",
      Level.MUST,
      "Their IP protocol is 112.",
      new Elsewhere(
          "`Endpoint` of the raw socket; auth_type AH has 51 before it",
          "`AdvertisementSocketIT`")),
  MESSAGE_SAYS_WHAT_IS_CONFIGURED(
      "9568 7.2", Level.MUST, "Every field of a message says what the virtual router is."),
  CHECKSUM_COVERS_THE_MESSAGE(
      "9568 5.2.8",
      Level.MUST,
      "The checksum is made over message and pseudo-header, its own field being zero."),
  RESERVED_BITS(
      "9568 5.2.6", Level.MUST, "Reserved bits are sent as zero and not looked at on arrival."),
  COUNT_IS_NOT_ZERO(
      "9568 5.2.5",
      Level.MUST,
      "A message without an address is ignored.",
      "counted and told as another address list, not refused: instances of keepalived with"
          + " no_virtual_ipaddress send such"),
  PRIORITY_OF_OTHERS(
      "9568 5.2.4",
      Level.MUST,
      "An owner says 255, others 1 to 254, whatever they track; who is configured with 255 is the"
          + " owner."),
  FIRST_IPV6_ADDRESS_IS_LINK_LOCAL(
      "9568 5.2.9",
      Level.MUST,
      "The first IPv6 address of a virtual router is link-local.",
      new Elsewhere(
          "`InstanceAssembly`: strict mode refuses another one; without it a warning, as"
              + " keepalived",
          "`StrictModeTest`")),
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

  VERSION_TWO_ADDRESSES(
      "3768 7.1",
      Level.MUST,
      "Version 2: who compares address lists drops what differs and is no owner's.",
      "told, counted and accepted as in version 3: dropping it would make a second Active router of"
          + " one whose reload came first"),
  AUTHENTICATION_DATA(
      "3768 5.3.10",
      Level.SHOULD,
      "Version 2: without authentication its data is zero when sent, and not looked at on arrival."),
  VERSION_TWO_SKEW(
      "3768 6.1",
      Level.MUST,
      "Version 2: the skew is a part of a second, whatever the interval is."),

  ACTIVE_FORWARDS(
      "9568 6.4.3",
      Level.MUST,
      "An Active router forwards what is sent to the virtual MAC address.",
      "the kernel does, with ip_forward"),
  ACCEPT_MODE(
      "9568 6.4.3",
      Level.MUST,
      "Packets to the addresses are accepted by their owner, by others with Accept_Mode only.",
      new Elsewhere(
          "`PacketFilter`: dropped with no_accept or strict_mode; else accepted, as by keepalived",
          "`NoAcceptIT`, `FeaturesIT`, `PacketFilterIT`")),
  NEIGHBOUR_DISCOVERY_IS_ACCEPTED(
      "9568 6.1",
      Level.MUST,
      "Neighbour solicitations and advertisements are accepted without Accept_Mode too.",
      new Elsewhere("`PacketFilter`", "`PacketFilterIT`, `FeaturesIT`")),
  ANNOUNCEMENTS(
      "9568 6.4.1",
      Level.MUST,
      "Who becomes Active announces each address: by a gratuitous ARP request, or a neighbour"
          + " advertisement with the override flag and without the solicited one.",
      new Elsewhere("`AnnouncementFrame`", "`AnnouncementFrameTest`, `AnnouncerIT`, `InteropIT`")),
  BACKUP_DISCARDS_FRAMES(
      "9568 6.4.2",
      Level.MUST,
      "A Backup discards frames to the virtual MAC address.",
      "switches bring them to the Active router only; with use_vmac the interface of a Backup is"
          + " up, as keepalived's"),
  ROUTER_ADVERTISEMENTS(
      "9568 8.2.3",
      Level.MUST,
      "Router advertisements are sent by the Active router, never by a Backup.",
      "not sent by vrrpd at all: radvd does, started and stopped by notify scripts"),
  SOLICITED_NODE_GROUPS(
      "9568 6.4.3",
      Level.MUST,
      "An Active router is in the solicited-node multicast group of each IPv6 address.",
      new Elsewhere("the kernel joins it with the address", "`FeaturesIT`, by resolving it")),
  INTERFACE_IDENTIFIERS(
      "9568 7.4",
      Level.MUST,
      "Interface identifiers are not made of the virtual MAC address.",
      "the link's own are the kernel's, from its own MAC address"),
  REDIRECTS(
      "9568 8.1.1",
      Level.SHOULD,
      "ICMP redirects name the virtual router, or are switched off.",
      "the kernel's: net.ipv4.conf.*.send_redirects"),
  PROXY_ARP(
      "9568 8.1.3",
      Level.MUST,
      "Proxy ARP answers with the virtual MAC address.",
      "the kernel's, if switched on"),
  NEIGHBOURS_LEARN_THE_VIRTUAL_MAC(
      "9568 8.1.2",
      Level.MUST,
      "ARP and (8.2.2) ND are answered with the virtual MAC address, never with the link's own.",
      new Elsewhere(
          "`VirtualLinks`, with use_vmac; without it the link's own, as keepalived",
          "`VirtualMacIT`")),
  NO_ARP_FROM_THE_OWN_MAC(
      "9568 8.1.2",
      Level.SHOULD,
      "No ARP message names a virtual address together with the link's own MAC address.",
      new Elsewhere(
          "`VirtualLinks`: arp_ignore and arp_announce, with use_vmac", "`VirtualMacIT`")),
  UNSOLICITED_ADVERTISEMENTS(
      "9568 8.2.4",
      Level.SHOULD,
      "Unsolicited neighbour advertisements of others are taken into the neighbour cache.",
      "the kernel does"),
  PRIORITIES_DIFFER(
      "9568 8.3.2",
      Level.SHOULD,
      "The routers of one virtual router have different priorities, and one owner at most.",
      new Elsewhere("`Comparison`: `vrrpd check` of several nodes", "`ClusterCheckTest`")),
  BOTH_VERSIONS(
      "9568 8.4",
      Level.MAY,
      "While a network moves to version 3 both versions are spoken and heard.",
      "each instance speaks one version; a second instance speaks the other"),
  NO_FORWARDING_LOOP(
      "9568 8.3.1",
      Level.SHOULD,
      "Packets to an address that it is not Active for yet are not forwarded by it.",
      "the kernel's routes decide"),
  VIRTUAL_MAC(
      "9568 7.3",
      Level.MUST,
      "Advertisements come from the virtual MAC address.",
      new Elsewhere(
          "`VirtualLinks`, with use_vmac; without it from the link's own, as keepalived",
          "`VirtualMacIT`, `VirtualLinkIT`"));

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

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Optional<Elsewhere> elsewhere;

  /**
   * Done outside of this module.
   *
   * @param code which class does it, or what else
   * @param proof the tests that show it
   */
  public record Elsewhere(String code, String proof) {}

  Rule(String section, Level level, String text) {
    this.section = section;
    this.level = level;
    this.text = text;
    this.exception = Optional.empty();
    this.elsewhere = Optional.empty();
  }

  Rule(String section, Level level, String text, Elsewhere elsewhere) {
    this.section = section;
    this.level = level;
    this.text = text;
    this.exception = Optional.empty();
    this.elsewhere = Optional.of(elsewhere);
  }

  Rule(String section, Level level, String text, String exception) {
    this.section = section;
    this.level = level;
    this.text = text;
    this.exception = Optional.of(exception);
    this.elsewhere = Optional.empty();
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

  /** Where it is carried out, if another module does it. */
  public Optional<Elsewhere> elsewhere() {
    return elsewhere;
  }

  /** Why it is not carried out, if it is not. */
  public Optional<String> exception() {
    return exception;
  }
}
