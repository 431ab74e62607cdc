package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;

/** What may stand behind an option of a route or a rule. */
enum OptionKind {
  FLAG(""),
  ADDRESS("an IP address"),
  PREFIX("PREFIX[/LEN] or default"),
  INTERFACE("an interface"),
  NUMBER("a number"),
  /** A number or a name out of iproute2's tables. */
  NAME("a number or a name"),
  RANGE("FIRST-LAST"),
  TIME("a number, with s or ms behind it"),
  TEXT("a word");

  private final String description;

  OptionKind(String description) {
    this.description = description;
  }

  boolean takesValue() {
    return this != FLAG;
  }

  String description() {
    return description;
  }

  boolean fits(Word word) {
    String text = word.text();
    return switch (this) {
      case FLAG, NAME, TEXT -> true;
      case ADDRESS -> IpAddress.parse(text).isPresent();
      case PREFIX -> isPrefix(text);
      case INTERFACE -> InterfaceName.isValid(text);
      case NUMBER -> isNumber(text);
      case RANGE -> text.matches("[0-9]+-[0-9]+");
      case TIME -> text.matches("[0-9.]+(s|secs?|ms|msecs?)?");
    };
  }

  private static boolean isNumber(String word) {
    return word.matches("[0-9]{1,20}|0[xX][0-9a-fA-F]{1,16}");
  }

  static boolean isPrefix(String word) {
    if (word.equals("default")
        || word.equals("default6")
        || word.equals("any")
        || word.equals("all")) {
      return true;
    }
    int slash = word.indexOf('/');
    String address = slash < 0 ? word : word.substring(0, slash);
    String length = slash < 0 ? "0" : word.substring(slash + 1);
    return IpAddress.parse(address)
        .filter(parsed ->
            length.matches("[0-9]{1,3}")
                && Integer.parseInt(length) <= parsed.family().addressBits())
        .isPresent();
  }
}
