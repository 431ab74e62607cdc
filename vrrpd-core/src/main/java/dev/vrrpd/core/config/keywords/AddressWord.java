package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code ADDRESS[/LEN]}, the first word of an address line.
 *
 * @param length as written, if it can be
 */
record AddressWord(String written, IpAddress address, OptionalInt length) {
  /** Empty after reporting; a bad length alone is reported and left out. */
  static Optional<AddressWord> read(Word word, Line line) {
    String written = word.text();
    int slash = written.indexOf('/');
    Optional<IpAddress> address =
        IpAddress.parse(slash < 0 ? written : written.substring(0, slash));
    if (address.isEmpty()) {
      line.report(
          Diagnostic.of(
                  Code.INVALID_ADDRESS, word.span(), "'%s' is not an IP address".formatted(written))
              .help(
                  IpAddress.parse(written.replaceFirst("[,;]$", "")).isPresent()
                      ? "one address on each line, without signs between them"
                      : "ADDRESS[/LEN] first, then options; one address on each line")
              .asKeepalived("VRRP parsed invalid IP %s. skipping IP...".formatted(written)));
      return Optional.empty();
    }
    OptionalInt length =
        slash < 0 ? OptionalInt.empty() : length(word, slash, address.get().family(), line);
    return Optional.of(new AddressWord(written, address.get(), length));
  }

  private static OptionalInt length(Word word, int slash, Family family, Line line) {
    String length = word.text().substring(slash + 1);
    int most = family.addressBits();
    if (length.matches("[0-9]{1,3}") && Integer.parseInt(length) <= most) {
      return OptionalInt.of(Integer.parseInt(length));
    }
    Span whole = word.span();
    line.report(
        Diagnostic.of(
                Code.INVALID_PREFIX,
                new Span(whole.file(), whole.line(), whole.column() + slash + 1, length.length()),
                length.isEmpty()
                    ? "a prefix length is missing behind the slash; /%d is used".formatted(most)
                    : "'%s' is not a prefix length of %s; /%d is used"
                        .formatted(length, family, most))
            .help(
                prefixOfMask(length)
                    .map(bits -> "write " + word.text().substring(0, slash) + "/" + bits)
                    .orElse("/0 to /%d".formatted(most)))
            .asKeepalived(
                "Invalid address prefix len %s for address %s - using %d"
                    .formatted(length, word.text(), most)));
    return OptionalInt.empty();
  }

  /** How many bits a netmask such as 255.255.255.0 has; empty for anything else. */
  static Optional<Integer> prefixOfMask(String written) {
    return IpAddress.parse(written)
        .filter(mask -> mask.family() == Family.IPV4)
        .map(mask -> ByteBuffer.wrap(mask.octets()).getInt())
        .filter(bits -> bits != 0 && Integer.bitCount(~bits + 1) == 1 && bits < 0)
        .map(Integer::bitCount);
  }

  Family family() {
    return address.family();
  }

  /** A host's, unless another one is written. */
  int prefixLength() {
    return length.orElse(family().addressBits());
  }

  boolean isIpv6() {
    return family() == Family.IPV6;
  }
}
