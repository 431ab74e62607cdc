package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Numbers of tables, protocols and so on: as written, as everybody knows them, as files say. */
final class RoutingNames {
  private final Machine machine;
  private final List<String> directories;
  private final Diagnostics diagnostics;

  /** Those that need no file. */
  private static final Map<Kind, Map<String, Long>> KNOWN =
      Map.of(
          Kind.TABLE,
          Map.of("default", 253L, "main", 254L, "local", 255L),
          Kind.PROTOCOL,
          Map.of(
              "redirect",
              1L,
              "kernel",
              2L,
              "boot",
              3L,
              "static",
              4L,
              "ra",
              9L,
              "zebra",
              11L,
              "bird",
              12L,
              "dhcp",
              16L,
              "keepalived",
              18L),
          Kind.SCOPE,
          Map.of("global", 0L, "site", 200L, "link", 253L, "host", 254L, "nowhere", 255L),
          Kind.REALM,
          Map.of("cosmos", 0L),
          Kind.GROUP,
          Map.of("default", 0L));

  /** What has names, with the file of iproute2 that gives them and the greatest number. */
  enum Kind {
    TABLE("rt_tables", 0xffff_ffffL),
    PROTOCOL("rt_protos", 255),
    SCOPE("rt_scopes", 255),
    SERVICE("rt_dsfield", 255),
    REALM("rt_realms", 65_535),
    GROUP("group", 0xffff_ffffL);

    private final String file;
    private final long most;

    Kind(String file, long most) {
      this.file = file;
      this.most = most;
    }
  }

  /** {@code directories}: iproute2's, the first that knows a name counts. */
  RoutingNames(Machine machine, List<String> directories, Diagnostics diagnostics) {
    this.machine = machine;
    this.directories = directories;
    this.diagnostics = diagnostics;
  }

  /** Empty after reporting. */
  OptionalLong number(Kind kind, Word word) {
    return number(kind, word, word.text());
  }

  private OptionalLong number(Kind kind, Word word, String name) {
    OptionalLong number = find(kind, name);
    if (number.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.UNKNOWN_NUMBER,
                  word.span(),
                  "'%s' is neither a number up to %d nor a name of %s; the entry is skipped"
                      .formatted(name, kind.most, kind.file))
              .help("give it a number in %s/%s".formatted(directories.getFirst(), kind.file)));
      return OptionalLong.empty();
    }
    return number;
  }

  /** Empty for what is neither a number that can be nor a name. */
  OptionalLong find(Kind kind, String name) {
    OptionalLong written = OptionWords.parseNumber(name);
    OptionalLong number = written.isPresent() ? written : named(kind, name);
    boolean fits = number.isPresent() && Long.compareUnsigned(number.getAsLong(), kind.most) <= 0;
    return fits ? number : OptionalLong.empty();
  }

  private OptionalLong named(Kind kind, String name) {
    Long known = KNOWN.getOrDefault(kind, Map.of()).get(name);
    return known == null ? machine.number(directories, kind.file, name) : OptionalLong.of(known);
  }

  /** {@code [FROM/]TO}, FROM in the upper sixteen bits. */
  OptionalLong realms(Word word) {
    int slash = word.text().indexOf('/');
    OptionalLong to = number(Kind.REALM, word, word.text().substring(slash + 1));
    if (slash < 0 || to.isEmpty()) {
      return to;
    }
    OptionalLong from = number(Kind.REALM, word, word.text().substring(0, slash));
    return from.isEmpty() ? from : OptionalLong.of(from.getAsLong() << 16 | to.getAsLong());
  }
}
