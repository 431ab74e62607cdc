package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;

/** An entry of {@code static_ipaddress}: an address, and perhaps who follows its interface. */
record StaticAddressLine() implements Argument<StaticAddressLine.Entry> {
  private static final AddressLine ADDRESS = new AddressLine(true);

  record Entry(AddressDraft address, Optional<Word> trackGroup) {}

  @Override
  public Optional<Entry> read(Line line) {
    AddressReader reader = new AddressReader(line, true);
    return reader.read().map(address -> new Entry(address, reader.trackGroup()));
  }

  @Override
  public String syntax() {
    return ADDRESS.syntax();
  }

  @Override
  public String range() {
    return ADDRESS.range();
  }

  @Override
  public String example() {
    return ADDRESS.example();
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Entry value) {
    return ADDRESS.print(value.address());
  }
}
