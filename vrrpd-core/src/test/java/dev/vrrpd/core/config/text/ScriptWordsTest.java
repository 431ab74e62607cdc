package dev.vrrpd.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.diagnostic.Diagnostics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptWordsTest {
  private static List<String> words(String line) {
    return ScriptWords.ofLine(Text.line("f", 1, line), new Diagnostics()).orElseThrow().stream()
        .map(Word::text)
        .toList();
  }

  private static List<String> arguments(String command) {
    return ScriptWords.arguments(command).orElseThrow();
  }

  @Test
  void quotes_of_both_kinds_group_and_vanish_and_pieces_join() {
    assertThat(words("script abcd\" efg h \"mn 'x y' z"))
        .containsExactly("script", "abcd efg h mn", "x y", "z");
  }

  @Test
  void a_command_word_is_split_again() {
    assertThat(arguments("/bin/sh -c 'exit 1' a\\ b"))
        .containsExactly("/bin/sh", "-c", "exit 1", "a b");
  }

  @Test
  void escapes_are_decoded_in_the_second_round_only() {
    assertThat(words("script \"a\\x41\"")).containsExactly("script", "a\\x41");
    assertThat(arguments("a\\x41b \\101\\n\\cA\\q \\\"x\\\""))
        .containsExactly("aAb", "A\n\u0001q", "\"x\"");
  }

  @Test
  void an_open_quote_is_refused() {
    assertThat(ScriptWords.arguments("/bin/sh 'x")).isEmpty();
    assertThat(ScriptWords.ofLine(Text.line("f", 1, "script 'x"), new Diagnostics())).isEmpty();
  }
}
