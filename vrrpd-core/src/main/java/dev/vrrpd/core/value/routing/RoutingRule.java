package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A routing rule with all that the kernel is told about it. See ip-rule(8).
 *
 * @param inverted it selects what the rest does not describe
 * @param mark firewall mark, {@code markMask} what of it counts
 * @param tunnelId unsigned
 * @param realms FROM in the upper sixteen bits, TO in the lower
 * @param suppressedLength routes with so short a prefix, or shorter, are not taken
 * @param suppressedGroup routes by links of this group are not taken
 */
public record RoutingRule(
    Family family,
    boolean inverted,
    Optional<Prefix> from,
    Optional<Prefix> to,
    long priority,
    int tos,
    OptionalLong mark,
    OptionalLong markMask,
    Optional<InterfaceName> input,
    Optional<InterfaceName> output,
    OptionalLong tunnelId,
    Optional<NumberRange> users,
    OptionalInt transport,
    Optional<NumberRange> sourcePorts,
    Optional<NumberRange> destinationPorts,
    OptionalLong realms,
    OptionalInt suppressedLength,
    OptionalLong suppressedGroup,
    int protocol,
    RuleAction action,
    boolean tracked)
    implements RoutingEntry {

  @Override
  public List<InterfaceName> devices() {
    return Stream.of(input, output).flatMap(Optional::stream).distinct().toList();
  }

  @Override
  public RoutingKey key() {
    Prefix all = Prefix.all(family);
    return new RoutingKey.OfRule(
        family, priority, from.orElse(all).canonical(), to.orElse(all).canonical());
  }

  @Override
  public String dumpText() {
    return toString();
  }

  /** As a configuration has it; reads back as the same rule. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    boolean unsaid = from.isEmpty() && to.isEmpty() && family == Family.IPV6;
    text.append(unsaid ? "inet6 " : "").append(inverted ? "not " : "");
    text.append("from ").append(from.map(Prefix::toString).orElse("all"));
    to.ifPresent(prefix -> text.append(" to ").append(prefix));
    text.append(" priority ").append(priority);
    text.append(" tos 0x%x".formatted(tos));
    mark.ifPresent(value -> text.append(" fwmark 0x%x".formatted(value)));
    markMask.ifPresent(value -> text.append("/0x%x".formatted(value)));
    input.ifPresent(name -> text.append(" iif ").append(name));
    output.ifPresent(name -> text.append(" oif ").append(name));
    suppressedLength.ifPresent(value -> text.append(" suppress_prefixlength ").append(value));
    suppressedGroup.ifPresent(value -> text.append(" suppress_ifgroup ").append(value));
    tunnelId.ifPresent(value -> text.append(" tunnel-id ").append(Long.toUnsignedString(value)));
    users.ifPresent(range -> text.append(" uidrange ").append(range));
    text.append(" protocol ").append(protocol);
    transport.ifPresent(number -> text.append(" ipproto ").append(number));
    sourcePorts.ifPresent(range -> text.append(" sport ").append(range));
    destinationPorts.ifPresent(range -> text.append(" dport ").append(range));
    realms.ifPresent(both -> text.append(" realms ").append(RouteText.realmsText(both)));
    text.append(' ').append(action);
    return text.append(tracked ? "" : " no_track").toString();
  }
}
