package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of {@code script_user} and {@code user}. */
record IdentityWords() implements Argument<Identity> {
  @Override
  public Optional<Identity> read(Line line) {
    List<String> words = new ArrayList<>();
    line.take().map(Word::text).ifPresent(words::add);
    if (!words.isEmpty() && !words.getFirst().contains(":")) {
      line.take().map(Word::text).ifPresent(words::add);
    }
    return Optional.of(Identity.of(words));
  }

  @Override
  public String syntax() {
    return "USER [[:]GROUP]";
  }

  @Override
  public String range() {
    return "names that exist";
  }

  @Override
  public String example() {
    return "nobody";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Identity value) {
    return value.user().orElse("") + value.group().map(group -> " " + group).orElse("");
  }
}
