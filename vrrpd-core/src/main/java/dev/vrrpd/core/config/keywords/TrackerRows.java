package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.address;
import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.interfaceName;
import static dev.vrrpd.core.config.grammar.Arguments.milliseconds;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.PlainDraft.PLAIN;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import java.util.List;

/** {@code track_file}, {@code vrrp_track_process}, {@code bfd_instance} and {@code garp_group}. */
final class TrackerRows {
  private static final String LONGEST = "4294967";

  static final Block<PlainDraft> FILE =
      Block.block(
          "track_file",
          List.of(
              List.of(
                  later(
                          "file",
                          text("PATH", "an absolute path", "/run/priority", p -> p.startsWith("/")))
                      .otherwise("mandatory")
                      .firstWinning()
                      .summary("The file; it begins with a number."),
                  later("weight", new WeightWords(254))
                      .byDefault("1")
                      .summary("Factor for the number in it."),
                  later("init_file", words("[VALUE] [overwrite]", "0"))
                      .otherwise("not written")
                      .summary("Written at start if there is no such file, or always."))));

  static final Block<PlainDraft> PROCESS =
      Block.block(
          "vrrp_track_process",
          List.of(
              List.of(
                  later("process", words("PATH [PARAMETER ...]", "haproxy"))
                      .otherwise("mandatory")
                      .firstWinning()
                      .summary("The program, and parameters it must have."),
                  later("param_match", optional(oneOf("initial", "partial"), ""))
                      .since("2.0.16")
                      .summary("How parameters are compared."),
                  later("weight", new WeightWords(254))
                      .byDefault("0")
                      .summary("Weight where none is given."),
                  later("quorum", integer(1, 65_535))
                      .byDefault("1")
                      .summary("Least number of processes."),
                  later("quorum_max", integer(0, 65_535))
                      .otherwise("unlimited")
                      .since("2.0.16")
                      .summary("Greatest number; 0: it must not run."),
                  later("fork_delay", seconds("0.000001", "3600"))
                      .otherwise("none")
                      .since("2.0.16")
                      .summary("Wait after the number becomes good."),
                  later("terminate_delay", seconds("0.000001", "3600"))
                      .otherwise("none")
                      .since("2.0.16")
                      .summary("Wait after the number becomes bad."),
                  later("delay", seconds("0.000001", "3600"))
                      .otherwise("none")
                      .summary("Sets both."),
                  later("full_command", flag())
                      .summary("Compare the full command instead of the process name."))));

  static final Block<PlainDraft> BFD =
      Block.block(
          "bfd_instance",
          List.of(
              List.of(
                  later("neighbor_ip", address()).otherwise("mandatory").summary("The peer."),
                  later("neighbour_ip", address()).summary("Another spelling of neighbor_ip."),
                  later("source_ip", address())
                      .otherwise("the kernel's choice")
                      .summary("Source address."),
                  later("min_rx", milliseconds("1", LONGEST))
                      .byDefault("10")
                      .summary("Least interval between received packets."),
                  later("min_tx", milliseconds("1", LONGEST))
                      .byDefault("10")
                      .summary("Wanted interval between sent packets."),
                  later("idle_tx", milliseconds("1000", LONGEST))
                      .byDefault("1000")
                      .summary("Interval while the session is down."),
                  later("multiplier", strictInteger(1, 255))
                      .byDefault("5")
                      .summary("Packets missed to count as down."),
                  later("passive", flag()).summary("Do not begin the session."),
                  later("ttl", strictInteger(1, 255))
                      .otherwise("255; IPv6: 64")
                      .summary("Outgoing TTL."),
                  later("hoplimit", strictInteger(1, 255))
                      .otherwise("64")
                      .summary("The same for IPv6."),
                  later("max_hops", strictInteger(-1, 255))
                      .byDefault("0")
                      .summary("Hops accepted; -1: any number."),
                  later("multihop", bool())
                      .since("2.2.8")
                      .summary("UDP port 4784 instead of 3784."),
                  later("weight", new WeightWords(253))
                      .byDefault("0")
                      .summary("Weight where none is given."),
                  later("vrrp", flag()).summary("Send events to VRRP."),
                  later("checker", flag()).summary("Send events to the checkers."))));

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
    return PLAIN.checked(keyword, argument).later(Reasons.NO_TRACKER);
  }
}
