package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/**
 * {@code ADDRESS[/LEN] [option ...]}: an entry of {@code virtual_ipaddress}, {@code
 * virtual_ipaddress_excluded} and {@code static_ipaddress}. See ip-address(8).
 *
 * @param fixed an address of {@code static_ipaddress}: no VMAC, but a track group
 */
record AddressLine(boolean fixed) implements Argument<AddressDraft> {
  @Override
  public Optional<AddressDraft> read(Line line) {
    return new AddressReader(line, fixed).read();
  }

  static void report(
      Line line,
      Code code,
      dev.vrrpd.core.config.text.Word word,
      String message,
      String keepalived) {
    line.report(Diagnostic.of(code, word.span(), message).asKeepalived(keepalived));
  }

  @Override
  public String syntax() {
    return "ADDRESS[/LEN] [dev INTERFACE] [scope SCOPE] [brd ADDRESS|+|-] [label NAME] [peer ADDRESS]"
        + " [home] [-nodad] [mngtmpaddr] [noprefixroute] [autojoin] [no_track]"
        + " [preferred_lft N|forever]"
        + (fixed ? " [track_group NAME]" : " [use_vmac]");
  }

  @Override
  public String range() {
    return "without LEN: /32, IPv6 /128";
  }

  @Override
  public String example() {
    return "192.0.2.10/24 dev eth0";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(AddressDraft value) {
    return value.value().toString();
  }
}
