package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualLink.Isolation;
import java.util.Optional;

/**
 * {@code [[name] INTERFACE] [ADDRESS[/LEN]] [bridge|private|vepa] [group G]}: what use_ipvlan may
 * say.
 */
record IpvlanWords() implements Argument<IpvlanWords.Wish> {
  /** What was said. */
  record Wish(
      Optional<InterfaceName> name,
      Optional<IpAddress> source,
      Isolation isolation,
      Optional<Word> group) {}

  @Override
  public Optional<Wish> read(Line line) {
    Wish wish = new Wish(Optional.empty(), Optional.empty(), Isolation.BRIDGE, Optional.empty());
    while (line.hasNext()) {
      wish = with(wish, line, line.take().orElseThrow());
    }
    return Optional.of(wish);
  }

  private static Wish with(Wish wish, Line line, Word word) {
    return switch (word.text()) {
      case "bridge" -> with(wish, Isolation.BRIDGE);
      case "private" -> with(wish, Isolation.PRIVATE);
      case "vepa" -> with(wish, Isolation.VEPA);
      case "name" -> line.hasNext() ? named(wish, line, line.take().orElseThrow()) : wish;
      case "group" -> line.hasNext() ? grouped(wish, line.take()) : wish;
      default -> {
        Optional<IpAddress> address = IpAddress.parse(word.text().replaceFirst("/\\d+$", ""));
        yield address.isPresent()
            ? new Wish(wish.name, address, wish.isolation, wish.group)
            : unknown(wish, line, word);
      }
    };
  }

  private static Wish with(Wish wish, Isolation isolation) {
    return new Wish(wish.name, wish.source, isolation, wish.group);
  }

  private static Wish named(Wish wish, Line line, Word word) {
    return new Wish(
        Arguments.interfaceName().read(line.only(word)), wish.source, wish.isolation, wish.group);
  }

  private static Wish grouped(Wish wish, Optional<Word> group) {
    return new Wish(wish.name, wish.source, wish.isolation, group);
  }

  private static Wish unknown(Wish wish, Line line, Word word) {
    if (wish.name.isEmpty()) {
      return named(wish, line, word);
    }
    line.report(
        Diagnostic.of(
            Code.INVALID_OPTION, word.span(), "'%s' is not an option here".formatted(word)));
    return wish;
  }

  @Override
  public String syntax() {
    return "[[name] INTERFACE] [ADDRESS[/LEN]] [bridge|private|vepa] [group G]";
  }

  @Override
  public String range() {
    return "IPv4 needs an address of its own";
  }

  @Override
  public String example() {
    return "192.0.2.5/24 bridge";
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public String print(Wish value) {
    return value.name().map(InterfaceName::value).orElse("");
  }
}
