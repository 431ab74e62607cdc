package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.text.Word;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators write out of the habit of other languages, and how it is written here. */
final class Habits {
  private static final Pattern COMMENT = Pattern.compile("(//|/\\*|;|--|%|<!--|REM\\b).*");
  private static final Pattern ASSIGNMENT = Pattern.compile("([a-z][a-z0-9_]*)([=:]+)(.*)");

  private Habits() {}

  /** For a word where a keyword is expected, or behind a value. */
  static Optional<String> comment(String word) {
    return COMMENT.matcher(word).matches()
        ? Optional.of("a comment begins with # or !")
        : Optional.empty();
  }

  /** {@code keyword=value}, if there is such a keyword. */
  static Optional<String> assignment(String word, Block<?> block) {
    Matcher matcher = ASSIGNMENT.matcher(word);
    return matcher.matches() && block.knows(matcher.group(1))
        ? Optional.of("write " + (matcher.group(1) + " " + matcher.group(3)).trim())
        : Optional.empty();
  }

  /** Between a keyword and its value. */
  static boolean isSign(Word word) {
    return word.text().equals("=") || word.text().equals(":");
  }
}
