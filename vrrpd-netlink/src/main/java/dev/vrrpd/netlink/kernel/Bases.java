package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.netlink.rtnetlink.InterfaceOption;
import dev.vrrpd.netlink.rtnetlink.LinkCommands;
import dev.vrrpd.netlink.rtnetlink.LinkState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links that carry links of ours. A base answers for its own addresses only, and names no virtual
 * address in its own ARP requests: either would teach the neighbours the wrong MAC address. What it
 * had before comes back with the last link on it; until then it stands in the alias of each, where
 * a later run finds it though this one be killed.
 */
final class Bases {
  private static final Map<InterfaceOption, Integer> QUIET =
      Map.of(InterfaceOption.ARP_IGNORE, 1, InterfaceOption.ARP_ANNOUNCE, 2);

  private static final String MARK = "vrrpd:";
  private static final Pattern NOTED = Pattern.compile("([a-z_]+)=(\\d+)");

  private final LinkCommands commands;
  private final ReversePath reversePath;
  private final Map<Integer, Base> known = new HashMap<>();

  private static final class Base {
    private final Map<InterfaceOption, Integer> original;
    private final Set<InterfaceName> carries = new HashSet<>();

    Base(Map<InterfaceOption, Integer> original) {
      this.original = original;
    }
  }

  /** {@code reversePath}: what else has to be remembered. */
  Bases(LinkCommands commands, ReversePath reversePath) {
    this.commands = commands;
    this.reversePath = reversePath;
  }

  /** Before {@code above} is set up on it. */
  void prepare(LinkState state, LinkState above) throws LinkCommands.Refused {
    Base base =
        known.computeIfAbsent(state.link().index(), _ -> new Base(original(state, above.alias())));
    base.carries.add(above.link().name());
    commands.alias(above.link().index(), alias(base.original) + reversePath.note());
    commands.set(state.link().index(), QUIET);
  }

  /** Before {@code above} is removed from it. */
  void restore(Link link, LinkState above) throws LinkCommands.Refused {
    Base base = known.get(link.index());
    if (base == null) {
      base = new Base(noted(above.alias()));
    }
    base.carries.remove(above.link().name());
    if (base.carries.isEmpty()) {
      known.remove(link.index());
      if (!base.original.isEmpty()) {
        commands.set(link.index(), base.original);
      }
    }
  }

  /** Nothing of ours is on any link. */
  boolean none() {
    return known.isEmpty();
  }

  private static Map<InterfaceOption, Integer> original(LinkState state, String alias) {
    Map<InterfaceOption, Integer> original = noted(alias);
    QUIET.keySet().forEach(option -> original.putIfAbsent(option, state.option(option)));
    return original;
  }

  private static String alias(Map<InterfaceOption, Integer> original) {
    return original.entrySet().stream()
        .map(entry -> " " + name(entry.getKey()) + "=" + entry.getValue())
        .collect(Collectors.joining("", MARK, ""));
  }

  private static Map<InterfaceOption, Integer> noted(String alias) {
    Map<InterfaceOption, Integer> noted = new EnumMap<>(InterfaceOption.class);
    if (alias.startsWith(MARK)) {
      Matcher matcher = NOTED.matcher(alias);
      while (matcher.find()) {
        for (InterfaceOption option : QUIET.keySet()) {
          if (name(option).equals(matcher.group(1))) {
            noted.put(option, Integer.parseInt(matcher.group(2)));
          }
        }
      }
    }
    return noted;
  }

  private static String name(InterfaceOption option) {
    return option.name().toLowerCase(Locale.ROOT);
  }
}
