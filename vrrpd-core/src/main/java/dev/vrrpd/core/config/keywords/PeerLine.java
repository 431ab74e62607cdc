package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code ADDRESS|NAME [min_ttl N] [max_ttl N] [every SECONDS]}: an entry of unicast_peer. */
record PeerLine() implements Argument<PeerLine.Entry> {
  private static final Argument<Integer> TTL = Arguments.strictInteger(0, 255);
  private static final Argument<Duration> EVERY = Arguments.secondsToMillisecond("0.1", "86400");

  /** RFC 1123 section 2.1, its last part not all digits: what looks like an address is one. */
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\\.)*"
              + "[A-Za-z]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\\.?");

  /** A peer, and whether its TTL is to be looked at. */
  record Entry(Transport.Partner partner, boolean limited) {}

  /** The options, as far as they are read. */
  private static final class Options {
    private Optional<Integer> least = Optional.empty();
    private Optional<Integer> most = Optional.empty();
    private Optional<Duration> interval = Optional.empty();

    private Entry of(Transport.Partner partner) {
      return new Entry(partner, least.isPresent() || most.isPresent());
    }
  }

  @Override
  public Optional<Entry> read(Line line) {
    Optional<Word> name = line.peek().filter(word -> HOST_NAME.matcher(word.text()).matches());
    if (name.isPresent()) {
      line.take();
      return Optional.of(named(name.get().text(), options(line, true)));
    }
    Optional<IpAddress> address = Arguments.address().read(line);
    Options options = options(line, false);
    return address.map(peer ->
        options.of(new Transport.Peer(peer, options.least.orElse(0), options.most.orElse(255))));
  }

  private static Entry named(String name, Options options) {
    return options.of(
        new Transport.NamedPeer(
            name,
            options.interval.orElse(Transport.NamedPeer.USUAL_INTERVAL),
            options.least.orElse(0),
            options.most.orElse(255)));
  }

  private static Options options(Line line, boolean named) {
    Options options = new Options();
    while (line.hasNext()) {
      Word option = line.take().orElseThrow();
      switch (option.text()) {
        case "min_ttl" -> options.least = value(TTL, line).or(() -> options.least);
        case "max_ttl" -> options.most = value(TTL, line).or(() -> options.most);
        case String every when named && every.equals("every") ->
            options.interval = value(EVERY, line).or(() -> options.interval);
        default ->
            line.report(
                Diagnostic.of(
                        Code.INVALID_OPTION,
                        option.span(),
                        "'%s' is not an option of a peer".formatted(option))
                    .help("ADDRESS [min_ttl N] [max_ttl N], a name also [every SECONDS]"));
      }
    }
    return options;
  }

  private static <T> Optional<T> value(Argument<T> argument, Line line) {
    return line.hasNext() ? argument.read(line) : Optional.empty();
  }

  @Override
  public String syntax() {
    return "ADDRESS|NAME [min_ttl N] [max_ttl N] [every SECONDS]";
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
  public String print(Entry value) {
    return value.partner().text();
  }
}
