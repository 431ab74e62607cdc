package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names of the instances' own links, no two the same: those that are written, and for the others
 * {@code PREFIX.VRID}, {@code PREFIX6.VRID} where IPv4 has that, and {@code PREFIX1.VRID} and so
 * on.
 */
final class LinkNames {
  private static final int LONGEST = 15;

  private final Diagnostics diagnostics;
  private final Set<InterfaceName> reserved = new HashSet<>();
  private final Set<InterfaceName> taken = new HashSet<>();

  LinkNames(FileDraft file, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    file.instances.values().stream()
        .flatMap(draft -> written(draft).stream())
        .forEach(reserved::add);
  }

  private static Optional<InterfaceName> written(InstanceDraft draft) {
    return draft
        .virtualMac
        .flatMap(VirtualMacWords.Wish::name)
        .or(() -> draft.ipvlan.flatMap(IpvlanWords.Wish::name));
  }

  /** For the link of the instance's advertisements. */
  InterfaceName home(InstanceDraft draft, Family family, int vrid) {
    Optional<InterfaceName> name = written(draft);
    if (name.filter(taken::add).isPresent()) {
      return name.get();
    }
    InterfaceName other = generated(draft.file.global.linkPrefix(), family, vrid);
    name.ifPresent(written ->
        diagnostics.add(
            Diagnostic.of(
                Code.DUPLICATE_NAME,
                draft.place(draft.virtualMac.isPresent() ? "use_vmac" : "use_ipvlan"),
                "the interface '%s' is another instance's already; '%s' is used"
                    .formatted(written, other))));
    return other;
  }

  /** For addresses on other links. */
  InterfaceName other(InstanceDraft draft, Family family, int vrid) {
    return generated(draft.file.global.addressLinkPrefix(), family, vrid);
  }

  private InterfaceName generated(String prefix, Family family, int vrid) {
    Stream<String> first =
        family == Family.IPV6 ? Stream.of(prefix, prefix + "6") : Stream.of(prefix);
    return Stream.concat(first, Stream.iterate(1, i -> i + 1).map(i -> prefix + i))
        .map(begin -> name(begin, vrid))
        .filter(name -> !reserved.contains(name) && taken.add(name))
        .findFirst()
        .orElseThrow();
  }

  private static InterfaceName name(String begin, int vrid) {
    String end = "." + vrid;
    return new InterfaceName(
        begin.substring(0, Math.min(begin.length(), LONGEST - end.length())) + end);
  }
}
