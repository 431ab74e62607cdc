package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import java.util.Map;

/**
 * What a virtual router takes for a valid advertisement. Says nothing about who wins: RFC 9568
 * section 7.1 comes before 6.4.
 *
 * @param interval our own: version 2 refuses any other, version 3 learns
 */
public record Expectation(
    Vrid vrid,
    Version version,
    Authentication authentication,
    ChecksumRule checksumRule,
    Centiseconds interval,
    Senders senders) {

  /** From whom, and from how far away. */
  public sealed interface Senders {}

  /** Anyone on the link: TTL 255 proves it. RFC 9568 section 5.1.1.3. */
  public record OnLink() implements Senders {}

  /** Anyone: unicast without {@code check_unicast_src}. */
  public record Anyone() implements Senders {}

  /** Listed peers, each from its own range of hops; {@code check_unicast_src}. */
  public record Peers(Map<IpAddress, TtlRange> ranges) implements Senders {
    public Peers {
      ranges = Map.copyOf(ranges);
    }
  }

  /** {@code min_ttl}, {@code max_ttl}, both included. */
  public record TtlRange(int least, int greatest) {
    boolean contains(int ttl) {
      return ttl >= least && ttl <= greatest;
    }
  }
}
