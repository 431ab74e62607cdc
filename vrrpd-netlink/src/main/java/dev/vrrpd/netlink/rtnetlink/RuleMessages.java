package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.NumberRange;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.core.value.routing.RuleAction;
import dev.vrrpd.netlink.libc.Libc;
import java.nio.ByteBuffer;
import java.util.Optional;

/** RTM_NEWRULE and RTM_DELRULE: linux/fib_rules.h. */
final class RuleMessages {
  private static final int FIXED = 12;
  private static final int FR_ACT_TO_TBL = 1;
  private static final int FR_ACT_GOTO = 2;
  private static final int FR_ACT_NOP = 3;
  private static final int FIB_RULE_INVERT = 2;

  private RuleMessages() {}

  static void writeAdd(MessageWriter writer, int sequence, RoutingRule rule) {
    int flags = Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL;
    write(writer.message(Rtnetlink.RTM_NEWRULE, flags, sequence), rule);
  }

  static void writeRemove(MessageWriter writer, int sequence, RoutingRule rule) {
    write(writer.message(Rtnetlink.RTM_DELRULE, Rtnetlink.NLM_F_REQUEST, sequence), rule);
  }

  private static void write(MessageWriter writer, RoutingRule rule) {
    long table = rule.action() instanceof RuleAction.Lookup(long number) ? number : 0;
    writer
        .octet(rule.family() == Family.IPV4 ? Libc.AF_INET : Libc.AF_INET6)
        .octet(rule.to().map(Prefix::length).orElse(0))
        .octet(rule.from().map(Prefix::length).orElse(0))
        .octet(rule.tos())
        .octet(table < 256 ? (int) table : 0)
        .zeros(2)
        .octet(action(rule.action()))
        .number(rule.inverted() ? FIB_RULE_INVERT : 0)
        .attribute(Rtnetlink.FRA_PRIORITY, (int) rule.priority())
        .attribute(Rtnetlink.FRA_PROTOCOL, new byte[] {(byte) rule.protocol()});
    writeSelector(writer, rule);
    writeTraffic(writer, rule);
    writeAction(writer, rule, table);
    writer.finish();
  }

  private static int action(RuleAction action) {
    return switch (action) {
      case RuleAction.Lookup _, RuleAction.VrfLookup _ -> FR_ACT_TO_TBL;
      case RuleAction.Goto _ -> FR_ACT_GOTO;
      case RuleAction.Nop _ -> FR_ACT_NOP;
      case RuleAction.Discard(var how) -> how.number();
    };
  }

  private static void writeSelector(MessageWriter writer, RoutingRule rule) {
    rule.to().ifPresent(prefix -> address(writer, Rtnetlink.FRA_DST, prefix));
    rule.from().ifPresent(prefix -> address(writer, Rtnetlink.FRA_SRC, prefix));
    rule.input().ifPresent(name -> writer.attribute(Rtnetlink.FRA_IIFNAME, name.value()));
    rule.output().ifPresent(name -> writer.attribute(Rtnetlink.FRA_OIFNAME, name.value()));
    rule.mark().ifPresent(mark -> writer.attribute(Rtnetlink.FRA_FWMARK, (int) mark));
    rule.markMask().ifPresent(mask -> writer.attribute(Rtnetlink.FRA_FWMASK, (int) mask));
  }

  private static void address(MessageWriter writer, int type, Prefix prefix) {
    if (prefix.length() > 0) {
      writer.attribute(type, prefix.address().octets());
    }
  }

  private static void writeTraffic(MessageWriter writer, RoutingRule rule) {
    rule.tunnelId()
        .ifPresent(id ->
            writer.attribute(
                Rtnetlink.FRA_TUN_ID, ByteBuffer.allocate(Long.BYTES).putLong(id).array()));
    rule.users()
        .ifPresent(r -> writer.attribute(Rtnetlink.FRA_UID_RANGE, (int) r.first(), (int) r.last()));
    rule.transport()
        .ifPresent(number -> writer.attribute(Rtnetlink.FRA_IP_PROTO, new byte[] {(byte) number}));
    rule.sourcePorts().ifPresent(ports -> ports(writer, Rtnetlink.FRA_SPORT_RANGE, ports));
    rule.destinationPorts().ifPresent(ports -> ports(writer, Rtnetlink.FRA_DPORT_RANGE, ports));
  }

  private static void ports(MessageWriter writer, int type, NumberRange ports) {
    writer.attribute(type, (int) (ports.last() << 16 | ports.first()));
  }

  private static void writeAction(MessageWriter writer, RoutingRule rule, long table) {
    switch (rule.action()) {
      case RuleAction.Lookup _ -> writer.attribute(Rtnetlink.FRA_TABLE, (int) table);
      case RuleAction.VrfLookup _ -> writer.attribute(Rtnetlink.FRA_L3MDEV, new byte[] {1});
      case RuleAction.Goto(long priority) -> writer.attribute(Rtnetlink.FRA_GOTO, (int) priority);
      case RuleAction.Nop _, RuleAction.Discard _ -> {}
    }
    rule.realms().ifPresent(realms -> writer.attribute(Rtnetlink.FRA_FLOW, (int) realms));
    rule.suppressedLength()
        .ifPresent(length -> writer.attribute(Rtnetlink.FRA_SUPPRESS_PREFIXLEN, length));
    rule.suppressedGroup()
        .ifPresent(group -> writer.attribute(Rtnetlink.FRA_SUPPRESS_IFGROUP, (int) group));
  }

  /** What names a rule with our mark; empty for any other. */
  static Optional<RoutingKey> parse(Message message) {
    int family = message.size() < FIXED ? 0 : message.octet(0);
    if (family != Libc.AF_INET && family != Libc.AF_INET6) {
      return Optional.empty();
    }
    Draft draft = new Draft(message, family == Libc.AF_INET ? Family.IPV4 : Family.IPV6);
    message.attributes(FIXED, draft::attribute);
    return draft.ours ? Optional.of(draft.key()) : Optional.empty();
  }

  private static final class Draft {
    private final Message message;
    private final Family family;
    private Prefix from;
    private Prefix to;
    private long priority;
    private boolean ours;

    Draft(Message message, Family family) {
      this.message = message;
      this.family = family;
      this.from = Prefix.all(family);
      this.to = from;
    }

    void attribute(int type, int start, int end) {
      switch (type) {
        case Rtnetlink.FRA_PRIORITY -> priority = message.octets().getInt(start) & 0xffff_ffffL;
        case Rtnetlink.FRA_PROTOCOL ->
            ours = (message.octets().get(start) & 0xff) == RoutingEntry.VRRP_DAEMON;
        case Rtnetlink.FRA_SRC -> from = prefix(start, end, message.octet(2));
        case Rtnetlink.FRA_DST -> to = prefix(start, end, message.octet(1));
        default -> {}
      }
    }

    private Prefix prefix(int start, int end, int length) {
      return end - start == family.addressOctets()
          ? new Prefix(IpAddress.of(message.bytes(start, end)), length)
          : Prefix.all(family);
    }

    RoutingKey key() {
      return new RoutingKey.OfRule(family, priority, from, to);
    }
  }
}
