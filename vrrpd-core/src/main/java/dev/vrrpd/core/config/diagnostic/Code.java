package dev.vrrpd.core.config.diagnostic;

import static dev.vrrpd.core.config.diagnostic.Severity.ERROR;
import static dev.vrrpd.core.config.diagnostic.Severity.NOTICE;
import static dev.vrrpd.core.config.diagnostic.Severity.WARNING;

import java.util.Locale;

/**
 * Every kind of finding, with what it means for a start, a reload and {@code --config-test}. The
 * identifiers are stable: scripts may rely on them.
 */
public enum Code {
  // The text itself.
  UNTERMINATED_QUOTE(ERROR, 5, "A double quote is not closed on its line; the line is ignored."),
  LINE_TOO_LONG(WARNING, 5, "keepalived drops lines of more than 1022 characters."),
  ESCAPED_COMMENT(WARNING, 0, "A backslash does not protect # or !; double quotes do."),
  LOOKALIKE(WARNING, 0, "A character that looks like a quote, a blank or a hyphen, and is none."),
  BYTE_ORDER_MARK(WARNING, 5, "keepalived takes a byte order mark for a part of the first word."),
  CONDITION_UNUSUAL(WARNING, 0, "A line for one configuration id that is hardly ever read."),
  UNDEFINED_PARAMETER(ERROR, 5, "A ${NAME} has no definition before its use."),
  PARAMETER_SYNTAX(ERROR, 5, "A definition is $NAME=VALUE without blanks around the = sign."),
  UNFINISHED_DEFINITION(ERROR, 5, "The last line of a multi-line definition ends in a backslash."),
  EXPANSION_LIMIT(ERROR, 5, "Parameters or loops grow without end."),
  TOO_LARGE(ERROR, 5, true, 2, "More than can be held or read in reasonable time; none of it is."),
  BAD_SEQUENCE(ERROR, 5, "A ~SEQ or ~LST cannot be understood."),
  BAD_RANDOM(ERROR, 5, "The least value of ${_RANDOM} is above the greatest."),
  CONFIGURATION_MISSING(ERROR, 6, true, 6, "The configuration file cannot be read."),
  SEVERAL_FILES(WARNING, 0, "The configuration file's name matches several files; all are read."),
  INCLUDE_NOT_FOUND(ERROR, 0, "An include matches no file that can be read."),
  INCLUDE_CHECK_FAILED(ERROR, 6, true, 6, "An include fails the check that was asked for."),
  INCLUDE_LOOP(ERROR, 5, "A file includes itself, directly or by way of others."),
  UNKNOWN_INCLUDE_CHECK(ERROR, 5, "include_check knows read, match, wildcard_match, brace_match."),

  // Blocks and keywords.
  MISSING_OPENING_BRACE(ERROR, 5, "A block begins without its {."),
  MISSING_CLOSING_BRACE(ERROR, 5, "A block is not closed."),
  UNEXPECTED_BRACE(ERROR, 5, "A { where no block can begin."),
  EXTRA_CLOSING_BRACE(ERROR, 5, "A } that closes nothing."),
  UNKNOWN_KEYWORD(ERROR, 5, "The block has no such keyword; the line has no effect."),
  UNKNOWN_BLOCK(ERROR, 5, "There is no such block; it is skipped as a whole."),
  MISPLACED_KEYWORD(ERROR, 5, "The keyword belongs to another block; the line has no effect."),
  MISSING_NAME(ERROR, 5, "A block that needs a name has none; it is skipped."),
  MISSING_ARGUMENT(ERROR, 2, true, 2, "A keyword needs a value."),
  MISSING_KEYWORD(ERROR, 5, "The block cannot do without the keyword; it is removed."),
  EXTRA_WORDS(WARNING, 0, "One line holds one keyword; what follows its value is ignored."),
  DUPLICATE_KEYWORD(WARNING, 5, "The keyword counts only once; the first one is used."),
  DUPLICATE_NAME(ERROR, 5, "The name is taken by an earlier block; this one is skipped."),
  DEPRECATED(WARNING, 5, "An old spelling that may go away."),
  NO_EFFECT(NOTICE, 0, "Accepted for keepalived's sake; there is nothing here to set."),
  OTHER_SUBSYSTEM(NOTICE, 0, "Belongs to keepalived's load balancer or checkers; skipped."),

  // Values.
  INVALID_NUMBER(ERROR, 5, "Not a number, or something stands behind it."),
  OUT_OF_RANGE(ERROR, 5, "The number lies outside what the keyword takes."),
  TOO_MANY_DECIMALS(WARNING, 5, "More decimals than the unit has; the value is rounded."),
  ADJUSTED_VALUE(WARNING, 5, "A value that cannot be used as it is; the nearest one is used."),
  INVALID_VALUE(ERROR, 5, "Not one of the words the keyword takes."),
  INVALID_ADDRESS(ERROR, 5, "Not an IP address, or not one that fits here; the entry is skipped."),
  INVALID_PREFIX(ERROR, 5, "Not a prefix length of the family; the host prefix is used."),
  INVALID_OPTION(ERROR, 5, "Not an option of this entry; it is ignored."),
  INVALID_INTERFACE_NAME(ERROR, 5, "A name has 1 to 15 characters, no slash, colon or blank."),
  INVALID_COMMAND(ERROR, 5, "The command line of a script cannot be understood."),
  OPTION_IGNORED(WARNING, 5, "An option that has no meaning for this entry."),

  UNKNOWN_NUMBER(
      ERROR, 5, "Neither a number nor a name of iproute2's files; the entry is skipped."),
  UNTRACKED_ROUTE(
      WARNING, 5, "A route that names no interface is not tracked by every keepalived."),
  RULE_WITHOUT_PREFERENCE(
      WARNING, 5, "Rules without a preference are numbered downwards from 16384."),

  // An instance.
  NO_INSTANCE(WARNING, 0, "Without a vrrp_instance there is nothing to do."),
  NO_VRID(
      ERROR,
      5,
      true,
      2,
      "An instance needs virtual_router_id, 1 to 255, the same on all its routers."),
  NO_INTERFACE(ERROR, 5, true, 2, "An instance needs the interface its advertisements travel on."),
  INTERFACE_ABSENT(
      ERROR, 5, true, 2, "The interface does not exist and dynamic_interfaces is not set."),
  LOOPBACK_INTERFACE(ERROR, 5, "VRRP needs an interface that other routers can be reached by."),
  DUPLICATE_VRID(ERROR, 5, true, 2, "A VRID may be used once for each interface and family."),
  NO_ADDRESS(WARNING, 5, "An instance without virtual addresses protects nothing."),
  ADDRESS_REQUIRED(ERROR, 5, true, 2, "Version 3 has no advertisement without an address."),
  DUPLICATE_ADDRESS(WARNING, 5, "The address stands twice; the second one is ignored."),
  MIXED_FAMILY(ERROR, 5, "A virtual router has addresses of one family; this one is skipped."),
  TOO_MANY_ADDRESSES(WARNING, 5, "More addresses than fit into one advertisement."),
  VERSION_CONFLICT(ERROR, 5, "The version contradicts what was said before; it is ignored."),
  STRICT_VIOLATION(ERROR, 5, "strict_mode forbids it."),
  STRICT_ADJUSTMENT(WARNING, 5, "strict_mode decides it otherwise."),
  INTERVAL_ADJUSTED(WARNING, 5, "The version cannot say this interval; the nearest one is used."),
  PASSWORD_CUT(WARNING, 5, "A password has at most 8 octets; the rest is not used."),
  AUTHENTICATION_IGNORED(WARNING, 5, "Version 3 has no authentication. RFC 9568 section 9."),
  AUTHENTICATION_UNUSABLE(
      ERROR, 5, true, 2, "keepalived would run without authentication here; vrrpd refuses."),
  AUTHENTICATION_REPLACED(WARNING, 5, "auth_hmac takes the place of authentication."),
  KEY_UNUSABLE(ERROR, 5, true, 2, "A key of auth_hmac has 32 to 64 octets and an id of its own."),
  KEY_EXPOSED(WARNING, 6, "Others than its owner can read the file of a key."),
  STATE_MASTER_CONFLICT(WARNING, 5, "state MASTER switches nopreempt and preempt_delay off."),
  NOPREEMPT_CONFLICT(
      WARNING, 5, "The keyword does not go together with nopreempt or priority 255."),
  UNICAST_WITHOUT_PEERS(
      WARNING, 5, "A unicast keyword without unicast_peer; multicast is used, or FAULT as asked."),
  IPVLAN_WITHOUT_ADDRESS(ERROR, 5, true, 2, "use_ipvlan needs an address where IPv4 is spoken."),
  PACE_UNUSABLE(ERROR, 5, "A garp_group needs an interval and interfaces of its own."),
  DUPLICATE_PEER(ERROR, 5, "The peer stands twice."),

  // Names that refer to other blocks.
  UNKNOWN_NAME(ERROR, 5, "No block defines this name; the entry is ignored."),
  TRACKS_NOTHING(WARNING, 5, "The tracked object was refused; the entry is ignored."),
  DEFINED_LATER(WARNING, 5, "keepalived finds a name only if its block stands before its use."),
  DUPLICATE_TRACKER(WARNING, 5, "The object is tracked already; the entry is ignored."),
  OWN_INTERFACE(WARNING, 5, "The instance's own interface is tracked without being named."),
  WEIGHT_WITHOUT_EFFECT(
      WARNING, 5, "The weight cannot move the priority here; the entry is ignored."),
  UNUSED_SCRIPT(WARNING, 0, "No instance or group tracks the script; it is not run."),
  UNUSED_TRACKER(WARNING, 0, "No instance or group tracks the object; it is not watched."),
  GROUP_EMPTY(ERROR, 5, "A group needs members; it is removed."),
  GROUP_OF_ONE(WARNING, 5, "A group of one instance changes nothing."),
  GROUP_PRIORITIES_DIFFER(
      WARNING,
      0,
      "Members of a sync group have different priorities: against another router's they may cross,"
          + " and each drives the other out."),
  GROUP_MEMBER_TAKEN(ERROR, 5, "An instance can be in one group only."),

  // Scripts and the machine.
  NO_SCRIPT(ERROR, 5, "A vrrp_script needs a command; the block is removed."),
  SCRIPT_NOT_FOUND(ERROR, 5, "The program is not there or cannot be executed; it will not be run."),
  NOTIFY_SCRIPT_MISSING(
      WARNING, 0, "The program is not there now; it will be tried when its time comes."),
  SCRIPT_INSECURE(
      ERROR, 5, "Others than root can change a program that runs as root; it will not be run."),
  SCRIPT_UNSAFE(WARNING, 6, "Others than root can change a program that runs as root."),
  SCRIPT_SECURITY_OFF(WARNING, 6, "Scripts run and enable_script_security is not set."),
  UNKNOWN_USER(ERROR, 5, "There is no such user or group; the script is not run."),

  // Good to know, though keepalived says nothing.
  MAIL_INCOMPLETE(WARNING, 0, "Mail needs both smtp_server and notification_email; none is sent."),
  ADDRESS_IN_TWO_INSTANCES(WARNING, 0, "Two instances set and remove the same address."),
  WEIGHT_CLAMPED(
      WARNING, 0, "Priorities of trackers stay within 1 to 254; the weight cannot move it."),
  SHELL_SYNTAX(WARNING, 0, "Scripts are run directly, not by a shell."),
  TIMEOUT_BEYOND_INTERVAL(
      WARNING, 0, "A run may still last when the next one is due, which is then left out."),
  FIRST_ADDRESS_NOT_LINK_LOCAL(
      WARNING, 0, "The first IPv6 address is link-local. RFC 9568 section 5.2.9."),

  // A cluster: several files beside each other.
  CLUSTER_VRID(
      ERROR, 0, "Routers with the same addresses use different VRIDs: all of them become Active."),
  CLUSTER_ADDRESSES(
      ERROR,
      0,
      "Routers of a VRID have different addresses: which ones are there depends on who is Active."),
  CLUSTER_VERSION(
      ERROR, 0, "Routers of a VRID speak different versions: they do not hear each other."),
  CLUSTER_INTERVAL(
      ERROR, 0, "Version 2 routers with different intervals discard each other's advertisements."),
  CLUSTER_AUTHENTICATION(
      ERROR, 0, "Routers that authenticate differently discard each other's advertisements."),
  CLUSTER_TRANSPORT(
      ERROR,
      0,
      "One router sends to peers where the other listens to a group, or to another group."),
  CLUSTER_PEERS(ERROR, 0, "A unicast router does not send to another router of its VRID."),
  CLUSTER_PRIORITY(WARNING, 0, "Equal priorities leave the choice to the routers' addresses."),
  CLUSTER_CROSSED(
      ERROR,
      0,
      "Each of two nodes wins with one member of a sync group and loses with another: the groups take"
          + " turns for ever."),
  CLUSTER_OWNERS(ERROR, 0, "Only one router owns the addresses (priority 255)."),
  CLUSTER_PREEMPT(WARNING, 0, "Some routers preempt and others do not."),
  CLUSTER_ROUTER_ID(WARNING, 0, "Nodes with the same router_id cannot be told apart."),
  CLUSTER_WEIGHT(
      WARNING,
      0,
      "The weight does not bring the priority below the next router's: a failure moves nothing."),
  CLUSTER_ALONE(WARNING, 0, "No other node has this virtual router.");

  private final Severity severity;
  private final int testStatus;
  private final boolean refusesStart;
  private final int startStatus;
  private final String explanation;

  Code(Severity severity, int testStatus, String explanation) {
    this(severity, testStatus, false, 0, explanation);
  }

  Code(
      Severity severity,
      int testStatus,
      boolean refusesStart,
      int startStatus,
      String explanation) {
    this.severity = severity;
    this.testStatus = testStatus;
    this.refusesStart = refusesStart;
    this.startStatus = startStatus;
    this.explanation = explanation;
  }

  /** Stable, in kebab case: {@code unknown-keyword}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** What {@code --config-test} ends with because of this: 0 if keepalived would not mind. */
  public int testStatus() {
    return testStatus;
  }

  /** The daemon does not start with this, as keepalived would not or where going on would harm. */
  public boolean refusesStart() {
    return refusesStart;
  }

  /** The exit status of a refused start: 2, or 6 where a file is missing. */
  public int startStatus() {
    return startStatus;
  }

  /** One sentence for the reference: what it means and what follows. */
  public String explanation() {
    return explanation;
  }
}
