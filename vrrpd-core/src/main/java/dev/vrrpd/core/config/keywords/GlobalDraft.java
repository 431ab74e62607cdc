package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.config.MetricsAddress;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code global_defs}, all of them: the block may stand several times. */
final class GlobalDraft extends Draft {
  static final Keywords<GlobalDraft> GLOBAL = new Keywords<>();

  private static final InterfaceName USUAL_LINK = new InterfaceName("eth0");

  /** ff02::12, in octets: its literal would be the first use of InetAddress at every start. */
  private static final IpAddress GROUP_IPV6 =
      IpAddress.of(new byte[] {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12});

  Optional<String> routerId = Optional.empty();
  Identity scriptUser = Identity.NOBODY_NAMED;
  Span scriptUserPlace = Span.NOWHERE;
  boolean scriptSecurity;
  boolean supplementaryGroups;
  boolean dynamicInterfaces;
  boolean noSwap;
  boolean logUnknownVrids;
  OptionalInt realtimePriority = OptionalInt.empty();
  Duration startupDelay = Duration.ZERO;
  Duration delayAfterBoot = Duration.ZERO;
  Optional<MetricsAddress> metrics = Optional.empty();
  FilterStyle filter = FilterStyle.STANDARD;
  String namesOfHost = "/etc/iproute2";
  String namesOfSystem = "/usr/share/iproute2";
  Optional<InterfaceName> defaultLink = Optional.empty();
  Optional<String> maintenanceFile = Optional.empty();
  Optional<String> linkPrefix = Optional.empty();
  Optional<String> addressLinkPrefix = Optional.empty();

  Optional<Version> version = Optional.empty();
  IpAddress groupIpv4 = IpAddress.of("224.0.0.18");
  IpAddress groupIpv6 = GROUP_IPV6;
  boolean strict;
  boolean checkUnicastSource;
  boolean skipAddressCheck;
  LossPolicy onLoss = LossPolicy.RESTORE;
  Optional<Boolean> lowerPriorityNoAdvert = Optional.empty();
  boolean higherPrioritySendAdvert;
  Optional<Boolean> ownerIgnoresAdverts = Optional.empty();
  int downTimerAdverts = 3;
  boolean checksumAsVersion2;

  final DoorsDraft doors = new DoorsDraft();
  Duration arpPace = Duration.ZERO;
  Duration advertisementPace = Duration.ZERO;
  final AnnouncementDraft announcements = new AnnouncementDraft();

  GlobalDraft(Span header) {
    super(header);
  }

  /** Where iproute2's names are, the first that knows one counts. */
  List<String> nameDirectories() {
    return List.of(namesOfHost, namesOfSystem, "/usr/lib/iproute2");
  }

  /** {@code vmac_prefix}. */
  String linkPrefix() {
    return linkPrefix.orElse("vrrp");
  }

  /** {@code vmac_addr_prefix}. */
  String addressLinkPrefix() {
    return addressLinkPrefix.orElseGet(this::linkPrefix);
  }

  void leastAnnouncements(boolean on) {
    if (on) {
      announcements.least();
    }
  }

  /** A command with the identity that is in force here, if it names none itself. */
  Placed<Command> withUser(Placed<Command> command) {
    if (command.value().user().isPresent() || scriptUser.user().isEmpty()) {
      return command;
    }
    return new Placed<>(
        new Command(command.value().words(), scriptUser.user(), scriptUser.group()),
        command.span());
  }

  /** On its device, or on {@code default_interface}. */
  VirtualAddress placed(VirtualAddress address) {
    return address.device().isPresent()
        ? address
        : address.on(Optional.of(defaultLink.orElse(USUAL_LINK)));
  }

  void scriptUser(Identity identity, Line line) {
    scriptUser = identity;
    scriptUserPlace = line.span();
  }
}
