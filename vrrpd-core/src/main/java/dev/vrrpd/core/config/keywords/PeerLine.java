package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.IpAddress;
import java.util.Optional;

/** {@code ADDRESS [min_ttl N] [max_ttl N]}: an entry of {@code unicast_peer}. */
record PeerLine() implements Argument<PeerLine.Peer> {
  /** A peer, and whether its TTL is to be looked at. */
  record Peer(Transport.Peer peer, boolean limited) {}

  @Override
  public Optional<Peer> read(Line line) {
    Optional<IpAddress> address = Arguments.address().read(line);
    int least = 0;
    int most = 255;
    boolean limited = false;
    while (line.hasNext()) {
      Word option = line.take().orElseThrow();
      boolean minimum = option.text().equals("min_ttl");
      if (!minimum && !option.text().equals("max_ttl")) {
        line.report(
            Diagnostic.of(
                    Code.INVALID_OPTION,
                    option.span(),
                    "'%s' is not an option of a peer".formatted(option))
                .help("ADDRESS [min_ttl N] [max_ttl N]"));
        continue;
      }
      Optional<Integer> ttl =
          line.hasNext() ? Arguments.strictInteger(0, 255).read(line) : Optional.empty();
      limited |= ttl.isPresent();
      least = minimum ? ttl.orElse(least) : least;
      most = minimum ? most : ttl.orElse(most);
    }
    boolean checked = limited;
    int low = least;
    int high = most;
    return address.map(peer -> new Peer(new Transport.Peer(peer, low, high), checked));
  }

  @Override
  public String syntax() {
    return "ADDRESS [min_ttl N] [max_ttl N]";
  }

  @Override
  public String range() {
    return "TTLs 0 to 255";
  }

  @Override
  public String example() {
    return "192.0.2.2";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Peer value) {
    return value.peer().address().toString();
  }
}
