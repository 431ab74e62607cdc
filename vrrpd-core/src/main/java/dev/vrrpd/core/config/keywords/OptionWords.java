package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.NumberRange;
import dev.vrrpd.core.value.routing.Prefix;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of one route or rule, taken one after the other. The first bad one is reported and
 * makes the entry unusable: nothing is left to be read then.
 */
final class OptionWords {
  static final long U32 = 0xffff_ffffL;

  private static final Pattern NUMBER =
      Pattern.compile("[1-9][0-9]{0,19}|0[0-7]{0,22}|0[xX][0-9a-fA-F]{1,16}");

  private final Line line;
  private final String what;
  private boolean usable = true;

  OptionWords(Line line, String what) {
    this.line = line;
    this.what = what;
  }

  boolean usable() {
    return usable;
  }

  boolean hasNext() {
    return line.hasNext();
  }

  /** Only after {@link #hasNext}. */
  Word take() {
    return line.take().orElseThrow();
  }

  /** Passes over one of these words, if it comes next. */
  Optional<Word> skip(String... words) {
    return line.peek()
        .filter(word -> Set.of(words).contains(word.text()))
        .flatMap(_ -> line.take());
  }

  boolean comes(Collection<String> words) {
    return line.peek().filter(word -> words.contains(word.text())).isPresent();
  }

  Optional<Word> value(Word option) {
    Optional<Word> value = line.take();
    if (value.isEmpty()) {
      refuse(option, "'%s' has no value".formatted(option));
    }
    return value;
  }

  OptionalLong number(Word option, long least, long most) {
    Optional<Word> word = value(option);
    if (word.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong number = parseNumber(word.get().text());
    if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
      refuse(word.get(), "'%s' takes a number, %d to %d".formatted(option, least, most));
      return OptionalLong.empty();
    }
    return number;
  }

  /** Of 64 bits, unsigned. */
  OptionalLong wideNumber(Word option) {
    Optional<Word> word = value(option);
    Optional<BigInteger> number =
        word.map(Word::text)
            .filter(text -> NUMBER.matcher(text).matches())
            .map(OptionWords::parse)
            .filter(value -> value.bitLength() <= Long.SIZE);
    if (word.isPresent() && number.isEmpty()) {
      refuse(word.get(), "'%s' takes a number of 64 bits".formatted(option));
    }
    return number.map(value -> OptionalLong.of(value.longValue())).orElse(OptionalLong.empty());
  }

  /** {@code FIRST-LAST}, or one number alone. */
  Optional<NumberRange> range(Word option, long least, long most) {
    Optional<NumberRange> range =
        value(option)
            .flatMap(word -> {
              String[] ends = word.text().split("-", 2);
              OptionalLong first = parseNumber(ends[0]);
              OptionalLong last = parseNumber(ends[ends.length - 1]);
              return first.isPresent() && last.isPresent()
                  ? Optional.of(new NumberRange(first.getAsLong(), last.getAsLong()))
                  : Optional.empty();
            });
    boolean fits =
        range
            .filter(r -> r.first() >= least && r.last() <= most && r.first() <= r.last())
            .isPresent();
    if (!fits) {
      refuse(option, "'%s' takes FIRST-LAST, %d to %d".formatted(option, least, most));
      return Optional.empty();
    }
    return range;
  }

  Optional<IpAddress> address(Word option) {
    Optional<Word> word = value(option);
    Optional<IpAddress> address = word.flatMap(text -> IpAddress.parse(text.text()));
    if (word.isPresent() && address.isEmpty()) {
      refuse(word.get(), "'%s' takes an IP address".formatted(option));
    }
    return address;
  }

  Optional<InterfaceName> device(Word option) {
    Optional<Word> word = value(option);
    Optional<InterfaceName> name =
        word.map(Word::text).filter(InterfaceName::isValid).map(InterfaceName::new);
    if (word.isPresent() && name.isEmpty()) {
      refuse(word.get(), "'%s' takes an interface".formatted(option));
    }
    return name;
  }

  /** {@code default}, {@code any} and {@code all} are of the family that is known by now. */
  Optional<Prefix> prefix(Word option, Optional<Family> family) {
    Optional<Word> word = value(option);
    Optional<Prefix> prefix = word.flatMap(text -> parsePrefix(text.text(), family));
    if (word.isPresent() && prefix.isEmpty()) {
      refuse(word.get(), "'%s' takes PREFIX[/LEN] or default".formatted(option));
    }
    return prefix;
  }

  static boolean isAll(String word) {
    return word.equals("default") || word.equals("any") || word.equals("all");
  }

  static Optional<Prefix> parsePrefix(String word, Optional<Family> family) {
    if (word.equals("default6")) {
      return Optional.of(Prefix.all(Family.IPV6));
    }
    return isAll(word) ? Optional.of(Prefix.all(family.orElse(Family.IPV4))) : Prefix.parse(word);
  }

  /** Decimal, {@code 0x...} or {@code 0...}, of at most 32 bits. */
  static OptionalLong parseNumber(String word) {
    if (!NUMBER.matcher(word).matches()) {
      return OptionalLong.empty();
    }
    BigInteger number = parse(word);
    return number.bitLength() > Integer.SIZE
        ? OptionalLong.empty()
        : OptionalLong.of(number.longValue());
  }

  private static BigInteger parse(String number) {
    if (number.startsWith("0x") || number.startsWith("0X")) {
      return new BigInteger(number.substring(2), 16);
    }
    return new BigInteger(number, number.startsWith("0") ? 8 : 10);
  }

  void unknown(Word option, Collection<String> known) {
    refuse(
        option,
        "'%s' is not an option of a %s".formatted(option, what),
        Suggestion.nearest(option.text(), known).map(near -> "did you mean '%s'?".formatted(near)));
  }

  void refuse(Word word, String message) {
    refuse(word, message, Optional.empty());
  }

  void refuse(Word word, String message, Optional<String> help) {
    if (usable) {
      Diagnostic diagnostic =
          Diagnostic.of(
                  Code.INVALID_OPTION,
                  word.span(),
                  "%s; the %s is skipped".formatted(message, what))
              .asKeepalived("Invalid %s option %s".formatted(what, word));
      line.report(help.map(diagnostic::help).orElse(diagnostic));
    }
    usable = false;
    line.takeAll();
  }

  void report(Diagnostic diagnostic) {
    line.report(diagnostic);
  }
}
