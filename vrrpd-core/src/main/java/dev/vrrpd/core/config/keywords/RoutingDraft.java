package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A route or a rule before its names are numbers. */
interface RoutingDraft {
  Word place();

  List<InterfaceName> devices();

  Optional<Word> trackGroup();

  /** Empty after reporting why not. */
  Optional<RoutingEntry> complete(RoutingNames names, Diagnostics diagnostics);

  /** What is followed is known by keepalived's protocol: another one is for {@code no_track}. */
  static int protocol(
      Optional<Word> written, int number, boolean tracked, Diagnostics diagnostics) {
    if (number == RoutingEntry.VRRP_DAEMON || !tracked) {
      return number;
    }
    written.ifPresent(word ->
        diagnostics.add(
            Diagnostic.of(
                    Code.OPTION_IGNORED,
                    word.span(),
                    "only an entry that is not tracked has another protocol than keepalived's")
                .help("add no_track, or leave protocol out")));
    return RoutingEntry.VRRP_DAEMON;
  }

  /** Words as numbers; remembers that one was not. */
  final class Numbers {
    private final RoutingNames names;
    boolean complete = true;

    Numbers(RoutingNames names) {
      this.names = names;
    }

    long of(RoutingNames.Kind kind, Optional<Word> word, long otherwise) {
      return word.map(written -> names.number(kind, written)).map(this::seen).orElse(otherwise);
    }

    OptionalLong optional(RoutingNames.Kind kind, Optional<Word> word) {
      return word.isEmpty() ? OptionalLong.empty() : OptionalLong.of(of(kind, word, 0));
    }

    OptionalLong realms(Optional<Word> word) {
      return word.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(seen(names.realms(word.get())));
    }

    private long seen(OptionalLong number) {
      complete &= number.isPresent();
      return number.orElse(0);
    }
  }
}
