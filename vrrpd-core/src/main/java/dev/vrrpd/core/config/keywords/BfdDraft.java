package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@code bfd_instance} while it is read. */
final class BfdDraft extends Draft {
  static final Keywords<BfdDraft> BFD = new Keywords<>();
  private static final int ANY = 255;

  private final String name;
  Optional<IpAddress> neighbor = Optional.empty();
  Optional<IpAddress> source = Optional.empty();
  Duration minRx = Duration.ofMillis(10);
  Duration minTx = Duration.ofMillis(10);
  Duration idleTx = Duration.ofSeconds(1);
  int multiplier = 5;
  boolean passive;
  int ttl = 255;
  int maxHops;
  boolean multihop;
  WeightWords.Weight weight = WeightWords.Weight.NONE;

  BfdDraft(String name, Span header) {
    super(header);
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }

  /** Needs a neighbour. */
  BfdConfig complete() {
    return new BfdConfig(
        name,
        neighbor.orElseThrow(),
        source.filter(address -> address.family() == neighbor.get().family()),
        minRx,
        minTx,
        idleTx,
        multiplier,
        passive,
        ttl,
        maxHops < 0 || maxHops == ANY ? OptionalInt.empty() : OptionalInt.of(maxHops),
        multihop,
        weight.value(),
        weight.reverse());
  }
}
