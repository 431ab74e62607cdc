package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.function.Predicate;

/** What may stand behind an option of a route or a rule. */
enum OptionKind {
  FLAG("", word -> true),
  ADDRESS("an IP address", word -> IpAddress.parse(word).isPresent()),
  PREFIX("PREFIX[/LEN] or default", OptionKind::isPrefix),
  INTERFACE("an interface", InterfaceName::isValid),
  NUMBER("a number", OptionKind::isNumber),
  /** A number or a name out of iproute2's tables. */
  NAME("a number or a name", word -> true),
  RANGE("FIRST-LAST", word -> word.matches("[0-9]+-[0-9]+")),
  TIME("a number, with s or ms behind it", word -> word.matches("[0-9.]+(s|secs?|ms|msecs?)?")),
  TEXT("a word", word -> true);

  private final String description;
  private final Predicate<String> fits;

  OptionKind(String description, Predicate<String> fits) {
    this.description = description;
    this.fits = fits;
  }

  boolean takesValue() {
    return this != FLAG;
  }

  String description() {
    return description;
  }

  boolean fits(Word word) {
    return fits.test(word.text());
  }

  private static boolean isNumber(String word) {
    return word.matches("[0-9]{1,20}|0[xX][0-9a-fA-F]{1,16}");
  }

  static boolean isPrefix(String word) {
    if (word.equals("default") || word.equals("default6") || word.equals("any") || word.equals("all")) {
      return true;
    }
    int slash = word.indexOf('/');
    String address = slash < 0 ? word : word.substring(0, slash);
    String length = slash < 0 ? "0" : word.substring(slash + 1);
    return IpAddress.parse(address)
        .filter(
            parsed ->
                length.matches("[0-9]{1,3}")
                    && Integer.parseInt(length) <= parsed.family().addressBits())
        .isPresent();
  }
}
