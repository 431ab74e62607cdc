package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.interfaceName;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.keywords.PlainDraft.PLAIN;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import java.util.List;

/** {@code garp_group}. */
final class TrackerRows {
  static final Block<PlainDraft> GARP_GROUP =
      Block.block(
          "garp_group",
          List.of(
              List.of(
                  later("garp_interval", seconds("0", "4294.967295"))
                      .otherwise("none")
                      .summary(
                          "Least time between gratuitous ARPs on all interfaces of the group."),
                  later("gna_interval", seconds("0", "4294.967295"))
                      .otherwise("none")
                      .summary("The same for neighbour advertisements."),
                  later("interface", interfaceName()).summary("A member with a pace of its own."),
                  PLAIN
                      .names("interfaces", interfaceName(), (_, _) -> {}, (_, _, _) -> {})
                      .later(Reasons.NO_PACING)
                      .summary("Members that share the pace."))));

  private TrackerRows() {}

  private static <T> Directive<PlainDraft> later(String keyword, Argument<T> argument) {
    return PLAIN.checked(keyword, argument).later(Reasons.NO_PACING);
  }
}
