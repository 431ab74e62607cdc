package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import java.util.Optional;

/** {@code [[name] INTERFACE] [MAC] [netlink_notify_msg] [group G]}: what use_vmac may say. */
record VirtualMacWords() implements Argument<VirtualMacWords.Wish> {
  private static final String OCTETS = "[0-9A-Fa-f]{1,2}(:[0-9A-Fa-f]{1,2}){4,5}";
  private static final long MULTICAST = 0x0100_0000_0000L;
  private static final long ASSIGNED = 0x0000_5e00_0000L;

  /**
   * What was said.
   *
   * @param group a number, or a name of iproute2's file
   * @param octets 5 octets of a MAC address, to which the VRID is appended, or 6
   */
  record Wish(Optional<InterfaceName> name, Optional<String> octets, Optional<Word> group) {}

  @Override
  public Optional<Wish> read(Line line) {
    Optional<InterfaceName> name = Optional.empty();
    Optional<String> octets = Optional.empty();
    Optional<Word> group = Optional.empty();
    while (line.hasNext()) {
      Word word = line.take().orElseThrow();
      if (word.text().equals("netlink_notify_msg")) {
        continue;
      }
      if (word.text().equals("group") && line.hasNext()) {
        group = line.take();
      } else if (word.text().equals("name") && line.hasNext()) {
        name = name(line, line.take().orElseThrow());
      } else if (word.text().contains(":")) {
        octets = octets(line, word);
      } else if (name.isEmpty()) {
        name = name(line, word);
      } else {
        secondName(line, word);
      }
    }
    return Optional.of(new Wish(name, octets, group));
  }

  private static void secondName(Line line, Word word) {
    line.report(
        Diagnostic.of(
                Code.INVALID_OPTION,
                word.span(),
                "'%s' is a second name; it is ignored".formatted(word))
            .help("use_vmac takes one name, a MAC address, group G and netlink_notify_msg")
            .asKeepalived("VMAC interface name already specified"));
  }

  private static Optional<InterfaceName> name(Line line, Word word) {
    return Arguments.interfaceName().read(line.only(word));
  }

  private static Optional<String> octets(Line line, Word word) {
    if (word.text().matches(OCTETS) && usable(word.text())) {
      return Optional.of(word.text());
    }
    line.report(
        Diagnostic.of(
                Code.INVALID_OPTION,
                word.span(),
                "'%s' cannot be the MAC address of a virtual router; the standard's own is used"
                    .formatted(word))
            .help("5 octets, to which the VRID is appended, or 6; not multicast, not 00:00:5e:00"));
    return Optional.empty();
  }

  private static boolean usable(String octets) {
    long bits = bits(octets) << (octets.split(":").length == 5 ? 8 : 0);
    boolean assigned = (bits >>> 16) == (ASSIGNED >>> 16);
    return (bits & MULTICAST) == 0 && !assigned;
  }

  /** The octets as a number. */
  static long bits(String octets) {
    long bits = 0;
    for (String octet : octets.split(":", -1)) {
      bits = bits << 8 | Integer.parseInt(octet, 16);
    }
    return bits;
  }

  @Override
  public String syntax() {
    return "[[name] INTERFACE] [MAC] [netlink_notify_msg] [group G]";
  }

  @Override
  public String range() {
    return "MAC: 5 octets before the VRID, or 6; group: a number or a name of iproute2's files";
  }

  @Override
  public String example() {
    return "vrrp.51";
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public String print(Wish value) {
    return value.name().map(InterfaceName::value).orElse("");
  }
}
