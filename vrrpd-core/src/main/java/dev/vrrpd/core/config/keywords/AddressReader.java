package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualAddress.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads one address line. What makes it unusable drops the entry; a bad option alone is ignored.
 */
final class AddressReader {
  private static final List<String> OPTIONS =
      List.of(
          "dev",
          "scope",
          "brd",
          "broadcast",
          "label",
          "peer",
          "home",
          "-nodad",
          "mngtmpaddr",
          "noprefixroute",
          "autojoin",
          "no_track",
          "preferred_lft",
          "track_group",
          "use_vmac");

  private final Line line;
  private final boolean fixed;
  private boolean usable = true;
  private AddressWord subject;
  private int prefixLength;
  private Optional<InterfaceName> device = Optional.empty();
  private Optional<Word> scope = Optional.empty();
  private Optional<IpAddress> broadcast = Optional.empty();
  private Optional<String> label = Optional.empty();
  private Optional<IpAddress> peer = Optional.empty();
  private final Set<Option> options = EnumSet.noneOf(Option.class);
  private OptionalLong preferredLifetime = OptionalLong.empty();
  private boolean tracked = true;
  private Optional<Word> trackGroup = Optional.empty();

  AddressReader(Line line, boolean fixed) {
    this.line = line;
    this.fixed = fixed;
  }

  Optional<AddressDraft> read() {
    Word first = line.take().orElseThrow();
    Optional<AddressWord> address = AddressWord.read(first, line);
    if (address.isEmpty()) {
      line.takeAll();
      return Optional.empty();
    }
    subject = address.get();
    prefixLength = subject.prefixLength();
    while (line.hasNext()) {
      option(line.take().orElseThrow());
    }
    if (!usable) {
      return Optional.empty();
    }
    return Optional.of(new AddressDraft(value(), first.span(), scope));
  }

  private VirtualAddress value() {
    return new VirtualAddress(
        subject.address(),
        prefixLength,
        device,
        0,
        peer.isPresent() ? Optional.empty() : broadcast,
        label,
        peer,
        options,
        preferredLifetime,
        tracked);
  }

  private void option(Word word) {
    switch (word.text()) {
      case "dev" -> value(word).ifPresent(this::device);
      case "scope" -> value(word).ifPresent(this::scope);
      case "brd", "broadcast" -> value(word).ifPresent(this::broadcast);
      case "label" -> value(word).ifPresent(this::label);
      case "peer" -> value(word).ifPresent(this::peer);
      case "preferred_lft" -> value(word).ifPresent(this::preferredLifetime);
      case "track_group" -> value(word).ifPresent(name -> trackGroup(word, name));
      case "home" -> onlyIpv6(word, Option.HOME);
      case "-nodad" -> onlyIpv6(word, Option.DUPLICATE_DETECTION);
      case "mngtmpaddr" -> onlyIpv6(word, Option.MNGTMPADDR);
      case "noprefixroute" -> options.add(Option.NOPREFIXROUTE);
      case "autojoin" -> options.add(Option.AUTOJOIN);
      case "no_track" -> tracked = false;
      case "use_vmac" -> options.add(Option.USE_VMAC);
      default -> unknown(word);
    }
  }

  private Optional<Word> value(Word option) {
    Optional<Word> value = line.take();
    if (value.isEmpty()) {
      usable = false;
      AddressLine.report(
          line,
          Code.INVALID_OPTION,
          option,
          "'%s' has no value; the address is skipped".formatted(option),
          "No %s parameter specified for %s".formatted(option, subject.written()));
    }
    return value;
  }

  private void device(Word word) {
    if (device.isPresent()) {
      ignored(word, "a second 'dev' is ignored");
      return;
    }
    device = Arguments.interfaceName().read(line.only(word));
    usable &= device.isPresent();
  }

  private void scope(Word word) {
    if (subject.isIpv6()) {
      AddressLine.report(
          line,
          Code.OPTION_IGNORED,
          word,
          "IPv6 addresses have no scope option",
          "Cannot specify scope for IPv6 addresses (%s) - ignoring scope"
              .formatted(subject.written()));
      return;
    }
    scope = Optional.of(word);
  }

  private void broadcast(Word word) {
    if (subject.isIpv6()) {
      usable = false;
      AddressLine.report(
          line,
          Code.INVALID_OPTION,
          word,
          "IPv6 has no broadcast; the address is skipped",
          "VRRP is trying to assign a broadcast %s to the IPv6 address %s"
              .formatted(word, subject.written()));
    } else if (word.text().equals("+") || word.text().equals("-")) {
      hostBits(word);
    } else {
      broadcast = IpAddress.parse(word.text()).filter(given -> given.family() == Family.IPV4);
      usable &= broadcast.isPresent();
      if (broadcast.isEmpty()) {
        AddressLine.report(
            line,
            Code.INVALID_ADDRESS,
            word,
            "'%s' is not a broadcast address; the address is skipped".formatted(word),
            "VRRP is trying to assign invalid broadcast %s. skipping VIP...".formatted(word));
      }
    }
  }

  private void hostBits(Word word) {
    if (prefixLength <= 30) {
      broadcast = Optional.of(subject.address().mask(prefixLength, word.text().equals("+")));
      return;
    }
    AddressLine.report(
        line,
        Code.INVALID_OPTION,
        word,
        "a /%d has no broadcast address".formatted(prefixLength),
        "Address prefix length %d too long for broadcast".formatted(prefixLength));
  }

  private void label(Word word) {
    if (subject.isIpv6()) {
      ignored(word, "IPv6 addresses have no label");
    } else if (word.text().length() > 15) {
      usable = false;
      AddressLine.report(
          line,
          Code.INVALID_OPTION,
          word,
          "the label '%s' has more than 15 characters; the address is skipped".formatted(word),
          "Address label %s is longer than maximum length 15 - removing address".formatted(word));
    } else {
      label = Optional.of(word.text());
    }
  }

  private void peer(Word word) {
    if (prefixLength != subject.family().addressBits()) {
      AddressLine.report(
          line,
          Code.OPTION_IGNORED,
          word,
          "an address with a peer has no prefix length of its own",
          "Cannot specify address prefix when specifying peer address - ignoring");
      prefixLength = subject.family().addressBits();
    }
    Optional<IpAddress> given =
        IpAddress.parse(word.text()).filter(far -> far.family() == subject.family());
    if (given.isEmpty()) {
      AddressLine.report(
          line,
          Code.INVALID_ADDRESS,
          word,
          "'%s' is not an %s address without prefix length".formatted(word, subject.family()),
          "Invalid peer address %s".formatted(word));
    } else if (peer.isEmpty()) {
      peer = given;
    }
  }

  private void preferredLifetime(Word word) {
    if (word.text().equals("forever")) {
      preferredLifetime = OptionalLong.of(VirtualAddress.FOREVER);
      return;
    }
    Arguments.number(0, VirtualAddress.FOREVER)
        .read(line.only(word))
        .ifPresent(seconds -> preferredLifetime = OptionalLong.of(seconds));
  }

  private void trackGroup(Word option, Word name) {
    trackGroup = Optional.of(name);
    if (!fixed) {
      ignored(option, "only static addresses have a track group");
    }
  }

  /** After reading. */
  Optional<Word> trackGroup() {
    return trackGroup;
  }

  private void onlyIpv6(Word word, Option option) {
    if (subject.isIpv6()) {
      options.add(option);
    } else {
      ignored(word, "'%s' is for IPv6 addresses".formatted(word));
    }
  }

  private void ignored(Word word, String message) {
    line.report(Diagnostic.of(Code.OPTION_IGNORED, word.span(), message));
  }

  private void unknown(Word word) {
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.INVALID_OPTION,
                word.span(),
                "'%s' is not an option of an address".formatted(word))
            .asKeepalived(
                "Unknown configuration entry '%s' for ip address - ignoring".formatted(word));
    line.report(
        prefix(word)
            .or(() ->
                Suggestion.nearest(word.text(), OPTIONS)
                    .map(near -> "did you mean '%s'?".formatted(near)))
            .map(diagnostic::help)
            .orElse(diagnostic));
  }

  /** A prefix length or a netmask that stands apart from its address. */
  private Optional<String> prefix(Word word) {
    Optional<String> length =
        word.text().matches("/[0-9]{1,3}")
            ? Optional.of(word.text().substring(1))
            : AddressWord.prefixOfMask(word.text()).map(String::valueOf);
    return length.map(bits -> "write %s/%s".formatted(subject.address(), bits));
  }
}
