package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A {@code vrrp_instance} while it is read. */
final class InstanceDraft extends Tracking {
  static final Keywords<InstanceDraft> ROUTER = new Keywords<>();

  Optional<InterfaceName> link = Optional.empty();
  Optional<InterfaceName> vrf = Optional.empty();
  OptionalInt vrid = OptionalInt.empty();
  OptionalInt priority = OptionalInt.empty();
  boolean wantsMaster;
  boolean wantsBackup;
  Duration interval = Duration.ofSeconds(1);
  Optional<Version> version = Optional.empty();
  Optional<Family> family = Optional.empty();
  Optional<IpAddress> multicastSource = Optional.empty();
  Optional<IpAddress> unicastSource = Optional.empty();
  Optional<IpAddress> group = Optional.empty();
  final List<Placed<Transport.Partner>> peers = new ArrayList<>();
  OptionalInt unicastTtl = OptionalInt.empty();
  boolean checkSource;
  boolean faultWithoutPeers;
  boolean oldUnicastChecksum;
  Optional<Boolean> checksumAsVersion2 = Optional.empty();

  final List<AddressDraft> addresses = new ArrayList<>();
  final List<AddressDraft> excludedAddresses = new ArrayList<>();
  final List<RoutingDraft> routes = new ArrayList<>();
  final List<RoutingDraft> rules = new ArrayList<>();

  /** Interfaces of static things whose {@code track_group} names the instance. */
  final Set<InterfaceName> followed = new LinkedHashSet<>();

  boolean noAddresses;
  boolean promotesSecondaries;
  boolean trackPrimary = true;
  Optional<VirtualMacWords.Wish> virtualMac = Optional.empty();
  Optional<IpvlanWords.Wish> ipvlan = Optional.empty();
  boolean everyAddressVirtual;
  boolean advertisesFromBase;
  boolean tracksSource;
  Optional<Boolean> accept = Optional.empty();

  Optional<LossPolicy> onLoss = Optional.empty();
  boolean nopreempt;
  Duration preemptDelay = Duration.ZERO;
  OptionalInt downTimerAdverts = OptionalInt.empty();
  Optional<Boolean> lowerPriorityNoAdvert = Optional.empty();
  Optional<Boolean> higherPrioritySendAdvert = Optional.empty();
  Optional<Boolean> skipAddressCheck = Optional.empty();
  Optional<Boolean> ownerIgnoresAdverts = Optional.empty();
  OptionalInt overtakenBy = OptionalInt.empty();
  Optional<Boolean> strict = Optional.empty();

  final AnnouncementDraft announcements = new AnnouncementDraft();
  Optional<AuthenticationDraft> authentication = Optional.empty();
  Optional<HmacDraft> hmac = Optional.empty();

  InstanceDraft(String name, FileDraft file, Span header) {
    super(name, file, header);
  }

  @Override
  boolean tracksSource() {
    return tracksSource;
  }

  /** The first address read fixes the family; those of the other one are refused. */
  boolean admits(IpAddress address, Line line) {
    if (family.isEmpty()) {
      family = Optional.of(address.family());
    }
    if (family.get() == address.family()) {
      return true;
    }
    line.report(
        Diagnostic.of(
                Code.MIXED_FAMILY,
                line.span(),
                "%s is not an %s address like those before; it is skipped"
                    .formatted(address, family.get()))
            .help("give each family its own vrrp_instance, or use virtual_ipaddress_excluded")
            .asKeepalived(
                "%s: address family must match VRRP instance [%s] - ignoring"
                    .formatted(label(), address)));
    return false;
  }

  /** {@code version}: refused when it contradicts what is known already. */
  void version(int number, Line line) {
    Version wanted = number == 2 ? Version.V2 : Version.V3;
    Optional<Version> deduced =
        version.or(() -> family.filter(f -> f == Family.IPV6).map(f -> Version.V3));
    if (deduced.isPresent() && deduced.get() != wanted) {
      line.report(
          Diagnostic.of(
                  Code.VERSION_CONFLICT,
                  line.span(),
                  "version %d contradicts version %d%s; it is ignored"
                      .formatted(
                          number,
                          deduced.get().number(),
                          version.isPresent() ? " above" : " of IPv6"))
              .asKeepalived(
                  "%s vrrp_version %d conflicts with configured or deduced version %d; ignoring."
                      .formatted(label(), number, deduced.get().number())));
      return;
    }
    version = Optional.of(wanted);
  }

  void address(AddressDraft entry, Line line) {
    boolean known =
        addresses.stream()
            .anyMatch(other -> other.value().address().equals(entry.value().address()));
    if (known) {
      line.report(
          Diagnostic.of(
                  Code.DUPLICATE_ADDRESS,
                  entry.span(),
                  "%s stands here already; the second one is ignored"
                      .formatted(entry.value().address()))
              .asKeepalived(
                  "%s: VIP duplicates a VIP %s - ignoring"
                      .formatted(label(), entry.value().addressText())));
    } else if (admits(entry.value().address(), line)) {
      addresses.add(entry);
    }
  }

  void peer(PeerLine.Entry entry, Line line) {
    String text = entry.partner().text();
    boolean known = peers.stream().anyMatch(peer -> peer.value().text().equals(text));
    if (known) {
      line.report(
          Diagnostic.of(
              Code.DUPLICATE_PEER, line.span(), "the peer %s stands here already".formatted(text)));
    } else if (!(entry.partner() instanceof Transport.Peer peer) || admits(peer.address(), line)) {
      peers.add(new Placed<>(entry.partner(), line.span()));
      checkSource |= entry.limited();
    }
  }

  /** On its device; without an interface of the instance every address has one. */
  VirtualAddress placed(AddressDraft address) {
    return link.isPresent() ? address.value() : file.global.placed(address.value());
  }

  boolean strict() {
    return strict.orElse(file.global.strict);
  }

  void state(boolean master) {
    wantsMaster |= master;
    wantsBackup |= !master;
  }

  void nativeIpv6(boolean on) {
    family = family.or(() -> Optional.of(Family.IPV6));
    version = version.or(() -> Optional.of(Version.V3));
  }

  void notifyDeleted(Optional<Placed<Command>> command) {
    notifications.tellsDeletion();
    command.ifPresent(
        known -> notifications.set(NotifyDraft.Occasion.DELETED, file.withUser(known)));
  }
}
