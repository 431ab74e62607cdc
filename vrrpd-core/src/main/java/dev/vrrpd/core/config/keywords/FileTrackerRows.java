package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.keywords.FileTrackerDraft.TRACK_FILE;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Line;
import java.util.List;
import java.util.Optional;

/** {@code track_file}. */
final class FileTrackerRows {
  static final Block<FileTrackerDraft> FILE =
      Block.block(
          "track_file",
          List.of(
              List.of(
                  TRACK_FILE
                      .row(
                          "file",
                          text("PATH", "an absolute path", "/run/priority", p -> p.startsWith("/")),
                          (d, path) -> d.path = Optional.of(path))
                      .otherwise("mandatory")
                      .firstWinning()
                      .summary("The file; it begins with a number. None, or no number, is 0."),
                  TRACK_FILE
                      .row("weight", new WeightWords(254), (d, weight) -> d.weight = weight)
                      .byDefault("1")
                      .summary("Factor for the number in it; 0: any number but 0 is a fault."),
                  TRACK_FILE
                      .row(
                          "init_file",
                          new InitialWords(),
                          (d, initial) -> d.initial = Optional.of(initial))
                      .otherwise("not written")
                      .summary(
                          "Written at the start if there is no such file, or always; never at a reload."))));

  private FileTrackerRows() {}

  /** {@code [VALUE] [overwrite]}, in any order. */
  private record InitialWords() implements Argument<FileConfig.Initial> {
    private static final int USUAL = 254;

    @Override
    public Optional<FileConfig.Initial> read(Line line) {
      int value = 0;
      boolean overwrite = false;
      while (line.hasNext()) {
        if (line.peek().orElseThrow().text().equals("overwrite")) {
          line.take();
          overwrite = true;
        } else {
          value = value(line).orElse(value);
        }
      }
      return Optional.of(new FileConfig.Initial(value, overwrite));
    }

    private static Optional<Integer> value(Line line) {
      Optional<Integer> read = Arguments.integer(-Integer.MAX_VALUE, Integer.MAX_VALUE).read(line);
      read.filter(value -> Math.abs(value) > USUAL)
          .ifPresent(value ->
              line.report(
                  Diagnostic.of(
                          Code.WEIGHT_CLAMPED,
                          line.span(),
                          "%d moves any priority to its end".formatted(value))
                      .help("a number from -%d to %d".formatted(USUAL, USUAL))));
      return read;
    }

    @Override
    public String syntax() {
      return "[VALUE] [overwrite]";
    }

    @Override
    public String range() {
      return "-2147483647 to 2147483647";
    }

    @Override
    public String example() {
      return "0";
    }

    @Override
    public boolean optional() {
      return true;
    }

    @Override
    public String print(FileConfig.Initial value) {
      return value.value() + (value.overwrite() ? " overwrite" : "");
    }
  }
}
