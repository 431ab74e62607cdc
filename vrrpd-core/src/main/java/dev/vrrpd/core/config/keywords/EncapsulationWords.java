package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.Encapsulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** {@code encap ip|ip6|mpls|ila ...}. */
final class EncapsulationWords {
  private static final Set<String> IP = Set.of("id", "dst", "src", "tos", "ttl", "flags");
  private static final Set<String> IP6 = Set.of("id", "dst", "src", "tc", "hoplimit", "flags");
  private static final int LAST_LABEL = (1 << 20) - 1;

  private final OptionWords words;

  EncapsulationWords(OptionWords words) {
    this.words = words;
  }

  Optional<Encapsulation> read(Word option) {
    Optional<Word> kind = words.value(option);
    return kind.flatMap(word ->
        switch (word.text()) {
          case "ip" -> Optional.of(tunnel(4, IP));
          case "ip6" -> Optional.of(tunnel(6, IP6));
          case "mpls" -> labels(word);
          case "ila" -> locator(word);
          default -> {
            words.refuse(word, "'encap' takes ip, ip6, mpls or ila");
            yield Optional.empty();
          }
        });
  }

  private Encapsulation tunnel(int version, Set<String> options) {
    OptionalLong id = OptionalLong.empty();
    Optional<IpAddress> destination = Optional.empty();
    Optional<IpAddress> source = Optional.empty();
    OptionalInt service = OptionalInt.empty();
    OptionalInt hops = OptionalInt.empty();
    OptionalInt flags = OptionalInt.empty();
    while (words.comes(options)) {
      Word option = words.take();
      switch (option.text()) {
        case "id" -> id = words.wideNumber(option);
        case "dst" -> destination = words.address(option);
        case "src" -> source = words.address(option);
        case "tos", "tc" -> service = small(option, 255);
        case "ttl", "hoplimit" -> hops = small(option, 255);
        default -> flags = small(option, 65_535);
      }
    }
    return new Encapsulation.Ip(version, id, destination, source, service, hops, flags);
  }

  private OptionalInt small(Word option, int most) {
    OptionalLong number = words.number(option, 0, most);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  private Optional<Encapsulation> labels(Word kind) {
    return words
        .value(kind)
        .flatMap(word -> {
          List<Integer> labels = new ArrayList<>();
          for (String text : word.text().split("/", -1)) {
            OptionalLong label = OptionWords.parseNumber(text);
            if (label.isEmpty() || label.getAsLong() > LAST_LABEL) {
              words.refuse(
                  word, "'mpls' takes labels, 0 to %d, with / between".formatted(LAST_LABEL));
              return Optional.empty();
            }
            labels.add((int) label.getAsLong());
          }
          return Optional.of(new Encapsulation.Mpls(labels));
        });
  }

  private Optional<Encapsulation> locator(Word kind) {
    return words
        .value(kind)
        .flatMap(word -> {
          if (!word.text().matches("[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){3}")) {
            words.refuse(word, "'ila' takes a locator, A:B:C:D");
            return Optional.empty();
          }
          long locator = 0;
          for (String part : word.text().split(":", -1)) {
            locator = locator << 16 | Long.parseLong(part, 16);
          }
          return Optional.of(new Encapsulation.Ila(locator));
        });
  }
}
