package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Map;
import java.util.Optional;

/** A file creation mask: a number of any base up to 0777, or names of bits joined by {@code |}. */
record UmaskWord() implements Argument<Integer> {
  private static final Map<String, Integer> BITS =
      Map.ofEntries(
          Map.entry("IRUSR", 0400),
          Map.entry("IWUSR", 0200),
          Map.entry("IXUSR", 0100),
          Map.entry("IRWXU", 0700),
          Map.entry("IRGRP", 040),
          Map.entry("IWGRP", 020),
          Map.entry("IXGRP", 010),
          Map.entry("IRWXG", 070),
          Map.entry("IROTH", 04),
          Map.entry("IWOTH", 02),
          Map.entry("IXOTH", 01),
          Map.entry("IRWXO", 07));

  @Override
  public Optional<Integer> read(Line line) {
    String text = String.join("", line.takeAll().stream().map(Word::text).toList());
    Optional<Integer> mask = text.matches("(0[xX])?[0-9a-fA-F]+") ? number(text) : bits(text);
    if (mask.isEmpty()) {
      line.report(
          Diagnostic.of(
                  Code.INVALID_VALUE,
                  line.span(),
                  "'%s' is not a file creation mask".formatted(text))
              .help("a number up to 0777, or bits such as IXUSR|IRWXG|IRWXO"));
    }
    return mask;
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.decode(text)).filter(value -> value <= 0777);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> bits(String text) {
    int mask = 0;
    for (String name : text.split("\\|", -1)) {
      Integer bit = BITS.get(name.trim());
      if (bit == null) {
        return Optional.empty();
      }
      mask |= bit;
    }
    return Optional.of(mask);
  }

  @Override
  public String syntax() {
    return "NUMBER|BITS";
  }

  @Override
  public String range() {
    return "0 to 0777, or names of bits joined by |";
  }

  @Override
  public String example() {
    return "0177";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Integer value) {
    return "0%o".formatted(value);
  }
}
