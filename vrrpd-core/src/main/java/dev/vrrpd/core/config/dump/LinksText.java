package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.config.PacingConfig;

/** What is said of links: delays, and the pace of announcements. */
final class LinksText {
  private final Blocks out;
  private final LinksConfig links;

  LinksText(Blocks out, LinksConfig links) {
    this.out = out;
    this.links = links;
  }

  /** Within {@code global_defs}. */
  void each() {
    links.prefix().ifPresent(prefix -> out.line("vmac_prefix", prefix));
    links.addressPrefix().ifPresent(prefix -> out.line("vmac_addr_prefix", prefix));
    PacingConfig.Pace pace = links.pacing().each();
    if (!pace.arp().isZero()) {
      out.line("vrrp_garp_interval", Blocks.seconds(pace.arp()));
    }
    if (!pace.advertisement().isZero()) {
      out.line("vrrp_gna_interval", Blocks.seconds(pace.advertisement()));
    }
  }

  /** In blocks of their own. */
  void blocks() {
    links.pacing().groups().forEach(this::group);
    if (!links.delays().isEmpty()) {
      out.open("interface_up_down_delays");
      links
          .delays()
          .forEach(delay ->
              out.word(
                  "%s %s %s"
                      .formatted(
                          delay.link(), Blocks.seconds(delay.down()), Blocks.seconds(delay.up()))));
      out.close();
    }
  }

  private void group(PacingConfig.Group group) {
    out.open("garp_group");
    out.line("garp_interval", Blocks.seconds(group.pace().arp()));
    out.line("gna_interval", Blocks.seconds(group.pace().advertisement()));
    out.open("interfaces");
    group.links().forEach(link -> out.word(link.toString()));
    out.close();
    out.close();
  }
}
