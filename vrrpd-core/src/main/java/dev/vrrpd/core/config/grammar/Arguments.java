package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.grammar.Numbers.Garbage;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The kinds of values most keywords take. */
public final class Arguments {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  private Arguments() {}

  /** No value. The words behind are reported, not read. */
  public static Argument<Boolean> flag() {
    return new Flag();
  }

  /** {@code true on yes}, {@code false off no}; true if left out. */
  public static Argument<Boolean> bool() {
    return new OptionalWord<>(requiredBool(), true);
  }

  /** Like {@link #bool()}, but the word has to be there. */
  public static Argument<Boolean> requiredBool() {
    return new SingleWord<>(
        "BOOL", "", "true", "boolean", Arguments::readBool, value -> value ? "true" : "false");
  }

  private static Optional<Boolean> readBool(Word word, Line line) {
    return switch (word.text()) {
      case "true", "on", "yes" -> Optional.of(true);
      case "false", "off", "no" -> Optional.of(false);
      default -> {
        notOneOf(word, line, List.of("true", "on", "yes", "false", "off", "no"));
        yield Optional.empty();
      }
    };
  }

  /** A decimal number; of {@code 5x} the 5 is used, as keepalived does. */
  public static Argument<Integer> integer(int least, int most) {
    return integer(least, most, Garbage.CUT_OFF);
  }

  /** A decimal number and nothing behind it. */
  public static Argument<Integer> strictInteger(int least, int most) {
    return integer(least, most, Garbage.REFUSED);
  }

  private static Argument<Integer> integer(int least, int most, Garbage garbage) {
    return new SingleWord<>(
        "N",
        least + " to " + most,
        Integer.toString(Math.clamp(2, least, most)),
        "integer",
        (word, line) -> Numbers.integer(word, line, least, most, garbage).map(Math::toIntExact),
        Object::toString);
  }

  /** A decimal number beyond 31 bits. */
  public static Argument<Long> number(long least, long most) {
    return new SingleWord<>(
        "N",
        least + " to " + most,
        Long.toString(Math.clamp(2L, least, most)),
        "integer",
        (word, line) -> Numbers.integer(word, line, least, most, Garbage.CUT_OFF),
        Object::toString);
  }

  /** Seconds with up to six decimals. */
  public static Argument<Duration> seconds(String least, String most) {
    return duration("SECONDS", least, most, 6, NANOS_PER_SECOND, " s");
  }

  /** Seconds with up to three decimals. */
  public static Argument<Duration> secondsToMillisecond(String least, String most) {
    return duration("SECONDS", least, most, 3, NANOS_PER_SECOND, " s");
  }

  /** Whole seconds. */
  public static Argument<Duration> wholeSeconds(long least, long most) {
    return map(number(least, most), "SECONDS", Duration::ofSeconds, Duration::toSeconds, " s");
  }

  /** Milliseconds with up to three decimals. */
  public static Argument<Duration> milliseconds(String least, String most) {
    return duration("MILLISECONDS", least, most, 3, NANOS_PER_MILLISECOND, " ms");
  }

  private static Argument<Duration> duration(
      String syntax, String least, String most, int decimals, long unitNanos, String unit) {
    return new SingleWord<>(
        syntax,
        least + " to " + most + unit,
        example(least, most),
        "number",
        (word, line) -> Numbers.duration(word, line, least, most, decimals, unitNanos),
        value -> Decimal.plain(value.toNanos(), unitNanos));
  }

  /** One, or what is nearest to it. */
  private static String example(String least, String most) {
    Decimal one = Decimal.parse("1");
    if (one.compareTo(Decimal.parse(least)) < 0) {
      return least;
    }
    return one.compareTo(Decimal.parse(most)) > 0 ? most : "1";
  }

  private static Argument<Duration> map(
      Argument<Long> number,
      String syntax,
      java.util.function.LongFunction<Duration> to,
      java.util.function.ToLongFunction<Duration> from,
      String unit) {
    return new SingleWord<>(
        syntax,
        number.range() + unit,
        number.example(),
        "integer",
        (word, line) -> number.read(line.only(word)).map(to::apply),
        value -> Long.toString(from.applyAsLong(value)));
  }

  /** Any one word, quoted if it holds blanks. */
  public static Argument<String> text(String syntax, String example) {
    return text(syntax, "", example, word -> true);
  }

  /** One word that fits; {@code range} says which do. */
  public static Argument<String> text(
      String syntax, String range, String example, Predicate<String> fits) {
    return new SingleWord<>(
        syntax,
        range,
        example,
        "string",
        (word, line) -> {
          if (fits.test(word.text())) {
            return Optional.of(word.text());
          }
          line.report(
              Diagnostic.of(
                      Code.INVALID_VALUE,
                      word.span(),
                      "'%s' does not do for '%s'".formatted(word.text(), line.keyword().text()))
                  .help(range));
          return Optional.empty();
        },
        value -> value.isEmpty() || value.contains(" ") ? '"' + value + '"' : value);
  }

  /** A value that may be missing: then {@code otherwise}. */
  public static <T> Argument<T> optional(Argument<T> argument, T otherwise) {
    return new OptionalWord<>(argument, otherwise);
  }

  /** One of a few words, in this spelling. */
  public static Argument<String> oneOf(String... words) {
    List<String> known = List.of(words);
    return new SingleWord<>(
        String.join("|", known),
        "",
        known.getFirst(),
        "string",
        (word, line) -> {
          if (known.contains(word.text())) {
            return Optional.of(word.text());
          }
          notOneOf(word, line, known);
          return Optional.empty();
        },
        value -> value);
  }

  private static void notOneOf(Word word, Line line, List<String> known) {
    line.report(
        Diagnostic.of(
                Code.INVALID_VALUE,
                word.span(),
                "'%s' is not a value of '%s'".formatted(word.text(), line.keyword().text()))
            .help(
                Suggestion.nearest(word.text(), known)
                    .map(near -> "did you mean '%s'?".formatted(near))
                    .orElse("one of %s".formatted(String.join(", ", known))))
            .asKeepalived(
                "%sinvalid %s %s specified"
                    .formatted(line.label(), line.keyword().text(), word.text())));
  }

  /** An address of either family. */
  public static Argument<IpAddress> address() {
    return address("ADDRESS", "", "192.0.2.1", address -> true);
  }

  public static Argument<IpAddress> multicastGroup(Family family) {
    return address(
        family == Family.IPV4 ? "IPV4" : "IPV6",
        family + " multicast",
        family == Family.IPV4 ? "224.0.0.18" : "ff02::12",
        address -> address.family() == family && address.isMulticast());
  }

  /** An address that fits; {@code range} says which do. */
  public static Argument<IpAddress> address(
      String syntax, String range, String example, Predicate<IpAddress> fits) {
    return new SingleWord<>(
        syntax,
        range,
        example,
        "string",
        (word, line) -> {
          Optional<IpAddress> address = IpAddress.parse(word.text()).filter(fits);
          if (address.isEmpty()) {
            reportAddress(word, line, range);
          }
          return address;
        },
        IpAddress::toString);
  }

  private static void reportAddress(Word word, Line line, String range) {
    boolean readable = IpAddress.parse(word.text()).isPresent();
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.INVALID_ADDRESS,
                word.span(),
                readable
                    ? "'%s' is not %s".formatted(word.text(), range)
                    : "'%s' is not an IP address".formatted(word.text()))
            .asKeepalived(
                readable
                    ? "%s%s %s not multicast. Skipping..."
                        .formatted(line.label(), line.keyword().text(), word.text())
                    : "VRRP parsed invalid IP %s. skipping IP...".formatted(word.text()));
    String alone = word.text().replaceFirst("[/,;%].*", "");
    line.report(
        !readable && IpAddress.parse(alone).isPresent()
            ? diagnostic.help("the address alone: " + alone)
            : diagnostic);
  }

  /** A name of an interface; whether it exists is asked later. */
  public static Argument<InterfaceName> interfaceName() {
    return new SingleWord<>(
        "INTERFACE",
        "up to 15 characters",
        "eth0",
        "string",
        (word, line) -> readInterface(word, line),
        InterfaceName::toString);
  }

  static Optional<InterfaceName> readInterface(Word word, Line line) {
    if (InterfaceName.isValid(word.text())) {
      return Optional.of(new InterfaceName(word.text()));
    }
    line.report(
        Diagnostic.of(
                Code.INVALID_INTERFACE_NAME,
                word.span(),
                "'%s' is not an interface name".formatted(word.text()))
            .asKeepalived("Interface name '%s' too long - ignoring".formatted(word.text())));
    return Optional.empty();
  }

  /** Every word of the line. */
  public static Argument<List<String>> words(String syntax, String example) {
    return new ManyWords(syntax, example);
  }

  /** With {@code fallback} where {@code argument} refuses the word. */
  public static <T> Argument<T> fallback(Argument<T> argument, T fallback) {
    return new Corrected<>(argument, (value, line) -> value.or(() -> Optional.of(fallback)));
  }

  /** A number below {@code least} is raised to it, with a warning. */
  public static Argument<Long> raised(Argument<Long> argument, long least) {
    return new Corrected<>(
        argument,
        (value, line) ->
            value.map(number -> {
              if (number >= least) {
                return number;
              }
              line.report(
                  Diagnostic.of(
                          Code.ADJUSTED_VALUE,
                          line.span(),
                          "%s is at least %d".formatted(line.keyword().text(), least))
                      .asKeepalived(
                          "%s%s must be greater than 0, setting to %d"
                              .formatted(line.label(), line.keyword().text(), least)));
              return least;
            }));
  }
}
