package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.MailConfig.Relay;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;

/** {@code HOST [PORT]}. */
record MailServerWords() implements Argument<Relay> {
  @Override
  public Optional<Relay> read(Line line) {
    Optional<String> host = line.take().map(Word::text);
    Optional<Integer> port =
        line.hasNext() ? Arguments.integer(1, 65_535).read(line) : Optional.of(25);
    return host.flatMap(name -> port.map(number -> new Relay(name, number)));
  }

  @Override
  public String syntax() {
    return "HOST [PORT]";
  }

  @Override
  public String range() {
    return "port 1 to 65535, 25 if left out";
  }

  @Override
  public String example() {
    return "192.0.2.25";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Relay value) {
    return value.host() + (value.port() == 25 ? "" : " " + value.port());
  }
}
