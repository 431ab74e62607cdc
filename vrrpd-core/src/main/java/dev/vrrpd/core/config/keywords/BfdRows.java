package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.address;
import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.milliseconds;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.keywords.BfdDraft.BFD;

import dev.vrrpd.core.config.grammar.Block;
import java.util.List;
import java.util.Optional;

/** {@code bfd_instance}. */
final class BfdRows {
  private static final String LONGEST = "4294967";

  static final Block<BfdDraft> BFD_BLOCK =
      Block.block(
          "bfd_instance",
          List.of(
              List.of(
                  BFD.row(
                          "neighbor_ip",
                          address(),
                          (d, neighbor) -> d.neighbor = Optional.of(neighbor))
                      .otherwise("mandatory")
                      .summary("The peer."),
                  BFD.row(
                          "neighbour_ip",
                          address(),
                          (d, neighbor) -> d.neighbor = Optional.of(neighbor))
                      .summary("Another spelling of neighbor_ip."),
                  BFD.row("source_ip", address(), (d, source) -> d.source = Optional.of(source))
                      .otherwise("the kernel's choice")
                      .summary("Source address."),
                  BFD.row("min_rx", milliseconds("1", LONGEST), (d, time) -> d.minRx = time)
                      .byDefault("10")
                      .summary("Least interval between received packets."),
                  BFD.row("min_tx", milliseconds("1", LONGEST), (d, time) -> d.minTx = time)
                      .byDefault("10")
                      .summary("Wanted interval between sent packets."),
                  BFD.row("idle_tx", milliseconds("1000", LONGEST), (d, time) -> d.idleTx = time)
                      .byDefault("1000")
                      .summary("Interval while the session is down."),
                  BFD.row("multiplier", strictInteger(1, 255), (d, count) -> d.multiplier = count)
                      .byDefault("5")
                      .summary("Packets missed to count as down."),
                  BFD.row("passive", flag(), (d, _) -> d.passive = true)
                      .summary("Do not begin the session."),
                  BFD.row("ttl", strictInteger(1, 255), (d, ttl) -> d.ttl = ttl)
                      .byDefault("255")
                      .summary("Outgoing TTL, and what is expected of the peer."),
                  BFD.row("hoplimit", strictInteger(1, 255), (d, ttl) -> d.ttl = ttl)
                      .byDefault("255")
                      .summary("The same for IPv6; keepalived's default there is 64."),
                  BFD.row("max_hops", strictInteger(-1, 255), (d, hops) -> d.maxHops = hops)
                      .byDefault("0")
                      .summary("Hops accepted; -1 or 255: any number."),
                  BFD.row("multihop", bool(), (d, on) -> d.multihop = on)
                      .since("2.2.8")
                      .summary("UDP port 4784 instead of 3784. RFC 5883."),
                  BFD.row("weight", new WeightWords(253), (d, weight) -> d.weight = weight)
                      .byDefault("0")
                      .summary("Weight where none is given."),
                  BFD.checked("vrrp", flag())
                      .noEffect(Reasons.ONE_PROCESS)
                      .summary("Send events to VRRP."),
                  BFD.checked("checker", flag())
                      .noEffect(Reasons.LOAD_BALANCER)
                      .summary("Send events to the checkers."))));

  private BfdRows() {}
}
