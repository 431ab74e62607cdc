package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.AuthenticationDraft.AUTHENTICATION;
import static dev.vrrpd.core.config.keywords.PlainDraft.PLAIN;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;

/** {@code authentication} and {@code auth_hmac}. */
final class AuthenticationRows {
  static final Block<AuthenticationDraft> PASSWORD =
      Block.block(
          "authentication",
          List.of(
              List.of(
                  AUTHENTICATION
                      .row(
                          "auth_type",
                          new AnyWord("PASS|AH", "PASS"),
                          (a, word) -> a.type = Optional.of(word))
                      .otherwise("mandatory")
                      .summary(
                          "PASS: a password in clear. AH: a digest in an IP authentication header, over IPv4."),
                  AUTHENTICATION
                      .row(
                          "auth_pass",
                          new AnyWord("STRING", "s3cret"),
                          (a, word) -> a.password = Optional.of(word))
                      .otherwise("mandatory")
                      .summary("The password, up to 8 octets; the rest is cut off."))));

  static final Block<PlainDraft> HMAC =
      Block.block(
          "auth_hmac",
          List.of(
              List.of(
                  PLAIN
                      .checked("key", words("ID VALUE", "1 0123456789abcdef0123456789abcdef"))
                      .later("signed advertisements are not sent yet")
                      .since("2.4.0")
                      .summary(
                          "A key of 32 to 64 octets: text, hex:DIGITS or file:PATH. Repeatable."),
                  PLAIN
                      .checked("active_key", strictInteger(1, 255))
                      .later("signed advertisements are not sent yet")
                      .since("2.4.0")
                      .summary("The key to sign with."),
                  PLAIN
                      .checked("anti_replay", oneOf("time", "monotonic"))
                      .byDefault("time")
                      .later("signed advertisements are not sent yet")
                      .since("2.4.0")
                      .summary("How old advertisements are told."),
                  PLAIN
                      .checked("time_window", integer(1, 300))
                      .otherwise("three intervals, 5 to 300 s")
                      .later("signed advertisements are not sent yet")
                      .since("2.4.0")
                      .summary("Tolerated difference of the clocks."),
                  PLAIN
                      .checked("mode", oneOf("enforce", "permissive", "receive-only"))
                      .byDefault("enforce")
                      .later("signed advertisements are not sent yet")
                      .since("2.4.0")
                      .summary("What is sent and what is accepted."))));

  private AuthenticationRows() {}

  /** A word with its place: it is judged with the version and the rest of the block. */
  private record AnyWord(String syntax, String example) implements Argument<Word> {
    @Override
    public Optional<Word> read(Line line) {
      return line.take();
    }

    @Override
    public String range() {
      return "";
    }

    @Override
    public boolean optional() {
      return false;
    }

    @Override
    public String print(Word value) {
      return value.text();
    }
  }
}
