package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.interfaceName;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.keywords.PaceDraft.PACE;

import dev.vrrpd.core.config.grammar.Block;
import java.util.List;

/** {@code garp_group}. */
final class PaceRows {
  private static final String LONGEST = "4294.967295";

  static final Block<PaceDraft> GARP_GROUP =
      Block.block(
          "garp_group",
          List.of(
              List.of(
                  PACE.row("garp_interval", seconds("0", LONGEST), (g, pace) -> g.arp = pace)
                      .otherwise("none")
                      .summary(
                          "Least time between gratuitous ARPs on all interfaces of the group."),
                  PACE.row(
                          "gna_interval",
                          seconds("0", LONGEST),
                          (g, pace) -> g.advertisement = pace)
                      .otherwise("none")
                      .summary("The same for neighbour advertisements."),
                  PACE.row("interface", interfaceName(), (g, link) -> g.links.add(link))
                      .summary("A member with a pace of its own."),
                  PACE.names(
                          "interfaces",
                          interfaceName(),
                          (_, _) -> {},
                          (g, link, _) -> g.links.add(link))
                      .summary("Members that share the pace."))));

  private PaceRows() {}
}
