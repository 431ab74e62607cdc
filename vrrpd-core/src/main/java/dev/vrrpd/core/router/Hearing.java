package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.protocol.Event;
import dev.vrrpd.core.protocol.State;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.core.wire.Expectation;
import dev.vrrpd.core.wire.Reception;
import dev.vrrpd.core.wire.SignatureTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From a datagram to an event, or to a counted reason why not. */
final class Hearing {
  private final InstanceConfig config;
  private final Expectation expectation;
  private final Counters counters;
  private final Reporter reporter;
  private final Sequences sequences;
  private final Neighbours neighbours;

  Hearing(
      InstanceConfig config,
      Counters counters,
      Reporter reporter,
      Sequences sequences,
      Neighbours neighbours) {
    this.config = config;
    this.expectation = Expectations.of(config);
    this.counters = counters;
    this.reporter = reporter;
    this.sequences = sequences;
    this.neighbours = neighbours;
  }

  Optional<Event> receive(
      Datagram datagram,
      WallTime wallTime,
      State state,
      Optional<IpAddress> ownAddress,
      Moment now) {
    IpAddress source = datagram.source();
    if (ownAddress.isPresent() && ownAddress.get().equals(source)) {
      discard(DiscardReason.OWN_SOURCE, source, source.toString(), now);
      return Optional.empty();
    }
    if (config.parameters().owner() && !config.parameters().ownerListens()) {
      discard(DiscardReason.OWNER_LISTENS_TO_NOBODY, source, "", now);
      return Optional.empty();
    }
    return switch (judge(datagram, wallTime)) {
      case Reception.Discarded(DiscardReason reason, String detail) -> {
        discard(reason, source, detail, now);
        yield Optional.empty();
      }
      case Reception.Accepted(
              Advertisement advertisement,
              OptionalLong sequence,
              boolean otherForm) -> {
        count(advertisement);
        neighbours.heard(source, advertisement.priority(), now);
        if (otherForm) {
          counters.add(Counter.OTHER_CHECKSUM_FORM);
          reporter.once("checksum", source, new Note.OtherChecksumForm(config.name(), source));
        }
        if (sequence.isPresent()) {
          watchClocks(sequence.getAsLong(), source, wallTime);
        }
        checkAddresses(advertisement, source, state);
        yield Optional.of(new Event.AdvertisementReceived(advertisement, source));
      }
    };
  }

  /** In itself, then beside what was heard before. */
  private Reception judge(Datagram datagram, WallTime wallTime) {
    Reception reception = Advertisements.parse(datagram, expectation, wallTime);
    return reception
                instanceof Reception.Accepted(Advertisement _, OptionalLong sequence, boolean _)
            && sequence.isPresent()
        ? sequences
            .replay(sequence.getAsLong(), datagram.source(), wallTime)
            .map(Reception.class::cast)
            .orElse(reception)
        : reception;
  }

  /** Told before the clocks are so far apart that nobody believes anybody. */
  private void watchClocks(long sequence, IpAddress source, WallTime wallTime) {
    if (config.parameters().authentication()
        instanceof
        Authentication.Signed(
            var _,
            var _,
            Authentication.AntiReplay antiReplay,
            var _,
            Duration window)) {
      int skew = SignatureTime.skew(sequence, wallTime);
      if (antiReplay == Authentication.AntiReplay.TIME
          && Math.abs(skew) * 2L > window.toSeconds()) {
        reporter.once("clocks", source, new Note.ClocksApart(config.name(), source, skew, window));
      }
    }
  }

  @Implements(Rule.DISCARDS_ARE_TOLD)
  private void discard(DiscardReason reason, IpAddress source, String detail, Moment now) {
    counters.add(reason);
    neighbours.refused(reason, source, detail, now);
    reporter.once(reason, source, new Note.Discarded(config.name(), reason, source, detail));
  }

  private void count(Advertisement advertisement) {
    counters.add(Counter.ADVERTISEMENTS_RECEIVED);
    if (advertisement.priority().equals(Priority.RESIGN)) {
      counters.add(Counter.RESIGNATIONS_RECEIVED);
    }
  }

  /**
   * A different list is accepted, counted and told: refusing it would make two Active routers of
   * one whose reload came first. {@code skip_check_adv_addr} looks only when the sender changes.
   */
  @Implements(Rule.ADDRESSES_ARE_THE_SAME)
  private void checkAddresses(Advertisement advertisement, IpAddress source, State state) {
    List<IpAddress> ours = config.parameters().addresses();
    List<IpAddress> theirs = advertisement.addresses();
    boolean looks = config.parameters().checksAddressList() || !Reporter.follows(state, source);
    if (theirs.equals(ours) || !looks) {
      return;
    }
    if (theirs.size() != ours.size()) {
      differs(source, "expected %d VIPs but received %d".formatted(ours.size(), theirs.size()));
      return;
    }
    HashSet<IpAddress> missing = new HashSet<>(ours);
    theirs.forEach(missing::remove);
    missing.stream()
        .min(IpAddress::compareTo)
        .ifPresent(address -> differs(source, address + " not present"));
  }

  private void differs(IpAddress source, String detail) {
    counters.add(Counter.ADDRESS_LIST_ERRORS);
    reporter.once(
        Counter.ADDRESS_LIST_ERRORS,
        source,
        new Note.AddressListDiffers(config.name(), source, detail));
  }
}
