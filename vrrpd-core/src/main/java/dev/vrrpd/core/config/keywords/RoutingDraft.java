package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A route or a rule before its names are numbers: what can be said of both. */
abstract sealed class RoutingDraft permits RouteDraft, RuleDraft {
  final Word first;
  Optional<Family> family = Optional.empty();
  Optional<Word> service = Optional.empty();
  Optional<Word> table = Optional.empty();
  Optional<Word> protocol = Optional.empty();
  boolean tracked = true;
  Optional<Word> trackGroup = Optional.empty();

  RoutingDraft(Word first) {
    this.first = first;
  }

  /** The first address that is read decides; false where another one contradicts it. */
  final boolean admits(Family other) {
    if (family.isEmpty()) {
      family = Optional.of(other);
    }
    return family.get() == other;
  }

  abstract List<InterfaceName> devices();

  /** Empty after reporting why not. */
  abstract Optional<RoutingEntry> complete(RoutingNames names, Diagnostics diagnostics);

  /** What is followed is known by keepalived's protocol: another one is for {@code no_track}. */
  final int protocol(Numbers numbers, Diagnostics diagnostics) {
    int number = (int) numbers.of(RoutingNames.Kind.PROTOCOL, protocol, RoutingEntry.VRRP_DAEMON);
    if (number == RoutingEntry.VRRP_DAEMON || !tracked) {
      return number;
    }
    protocol.ifPresent(word ->
        diagnostics.add(
            Diagnostic.of(
                    Code.OPTION_IGNORED,
                    word.span(),
                    "only an entry that is not tracked has another protocol than keepalived's")
                .help("add no_track, or leave protocol out")));
    return RoutingEntry.VRRP_DAEMON;
  }

  /** Words as numbers; remembers that one was not. */
  static final class Numbers {
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
