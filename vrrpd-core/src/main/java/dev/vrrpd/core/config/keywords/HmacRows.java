package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.keywords.HmacDraft.HMAC;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.wire.Authentication.AntiReplay;
import dev.vrrpd.core.wire.Authentication.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code auth_hmac}. */
final class HmacRows {
  static final Block<HmacDraft> TABLE =
      Block.block(
          "auth_hmac",
          List.of(
              List.of(
                  HMAC.row("key", new KeyWords(), (h, key) -> h.keys.add(key))
                      .since("2.4.0")
                      .otherwise("at least one")
                      .summary(
                          "A key of 32 to 64 octets: text, hex:DIGITS, or file:PATH, which is read when"
                              + " the configuration is loaded. Repeatable; any of them is accepted."),
                  HMAC.row(
                          "active_key",
                          strictInteger(1, 255),
                          (h, id) -> h.activeKey = OptionalInt.of(id))
                      .since("2.4.0")
                      .otherwise("mandatory")
                      .summary("The key to sign with."),
                  HMAC.row(
                          "anti_replay",
                          oneOf("time", "monotonic"),
                          (h, word) -> h.antiReplay = AntiReplay.valueOf(constant(word)))
                      .byDefault("time")
                      .since("2.4.0")
                      .summary(
                          "How old advertisements are told: by the clock, which all routers need to"
                              + " share, or by what was heard before."),
                  HMAC.row(
                          "time_window",
                          strictInteger(1, 300),
                          (h, seconds) -> h.window = OptionalInt.of(seconds))
                      .otherwise("three intervals, 5 to 300 s")
                      .since("2.4.0")
                      .summary("Tolerated difference of the clocks in seconds."),
                  HMAC.row(
                          "mode",
                          oneOf("enforce", "permissive", "receive-only"),
                          (h, word) -> h.mode = Mode.valueOf(constant(word)))
                      .byDefault("enforce")
                      .since("2.4.0")
                      .summary(
                          "enforce: unsigned advertisements are refused. permissive: they are accepted."
                              + " receive-only: nothing is signed either."))));

  private HmacRows() {}

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private record KeyWords() implements Argument<HmacDraft.Key> {
    @Override
    public Optional<HmacDraft.Key> read(Line line) {
      Optional<Integer> id = strictInteger(1, 255).read(line);
      Optional<Word> value = line.take();
      if (id.isPresent() && value.isEmpty()) {
        line.report(
            Diagnostic.of(Code.MISSING_ARGUMENT, line.span(), "the key has an id and no value")
                .help("key %d hex:DIGITS".formatted(id.get())));
      }
      return id.flatMap(number -> value.map(word -> new HmacDraft.Key(number, word)));
    }

    @Override
    public String syntax() {
      return "ID VALUE";
    }

    @Override
    public String range() {
      return "1 to 255; 32 to 64 octets";
    }

    @Override
    public String example() {
      return "1 file:/etc/vrrpd/cluster.key";
    }

    @Override
    public boolean optional() {
      return false;
    }

    @Override
    public String print(HmacDraft.Key value) {
      return value.id() + " ********";
    }
  }
}
