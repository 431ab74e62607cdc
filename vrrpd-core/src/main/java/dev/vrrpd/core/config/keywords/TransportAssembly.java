package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the advertisements of an instance travel: to its peers if it has any, else to a group. */
final class TransportAssembly {
  private static final List<String> UNICAST_KEYWORDS =
      List.of(
          "unicast_src_ip",
          "unicast_peer",
          "unicast_ttl",
          "check_unicast_src",
          "old_unicast_checksum");

  private final InstanceDraft draft;
  private final Diagnostics diagnostics;

  TransportAssembly(InstanceDraft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  Transport complete() {
    if (draft.peers.isEmpty() && !draft.faultWithoutPeers) {
      UNICAST_KEYWORDS.stream().filter(draft::has).findFirst().ifPresent(this::reportNoPeers);
      return new Transport.Multicast(
          group(), draft.multicastSource.or(() -> draft.unicastSource).or(this::ipvlanSource));
    }
    if (draft.peers.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.UNICAST_WITHOUT_PEERS,
                  draft.place("unicast_fault_no_peer"),
                  "there is no peer: '%s' stays in FAULT".formatted(draft.name))
              .help("name the other routers: unicast_peer { ADDRESS }"));
    }
    if (draft.strict()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.STRICT_VIOLATION, draft.place("unicast_peer"), "strict mode has no unicast")
              .help("remove unicast_peer, or strict_mode and vrrp_strict"));
    }
    return new Transport.Unicast(
        of(Transport.Peer.class),
        of(Transport.NamedPeer.class),
        draft.unicastSource.or(() -> draft.multicastSource).or(this::ipvlanSource),
        draft.unicastTtl,
        draft.checkSource || draft.file.global.checkUnicastSource);
  }

  private <P extends Transport.Partner> List<P> of(Class<P> kind) {
    return draft.peers.stream()
        .map(Placed::value)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private Optional<IpAddress> ipvlanSource() {
    return draft.virtualMac.isPresent()
        ? Optional.empty()
        : draft.ipvlan.flatMap(IpvlanWords.Wish::source);
  }

  private IpAddress group() {
    Family family = draft.family.orElse(Family.IPV4);
    IpAddress common =
        family == Family.IPV4 ? draft.file.global.groupIpv4 : draft.file.global.groupIpv6;
    draft
        .group
        .filter(own -> own.family() != family)
        .ifPresent(own ->
            diagnostics.add(
                Diagnostic.of(
                    Code.INVALID_ADDRESS,
                    draft.place("mcast_dst_ip"),
                    "%s is not an %s group; %s is used".formatted(own, family, common))));
    return Stream.concat(draft.group.stream(), Stream.of(common))
        .filter(group -> group.family() == family)
        .findFirst()
        .orElse(common);
  }

  private void reportNoPeers(String keyword) {
    String label = draft.label();
    diagnostics.add(
        Diagnostic.of(
                Code.UNICAST_WITHOUT_PEERS,
                draft.place(keyword),
                keyword.equals("unicast_peer")
                    ? "unicast_peer names nobody: advertisements go to the multicast group"
                    : "'%s' without unicast_peer: advertisements go to the multicast group"
                        .formatted(keyword))
            .help("name the other routers: unicast_peer { ADDRESS }")
            .asKeepalivedOverall(
                keyword.equals("unicast_ttl")
                    ? "%s: Cannot use unicast_ttl without unicast peers - resetting"
                        .formatted(label)
                    : "%s A unicast keyword has been specified without any unicast peers. Defaulting to multicast. This usage is deprecated - please update your configuration."
                        .formatted(label)));
  }
}
