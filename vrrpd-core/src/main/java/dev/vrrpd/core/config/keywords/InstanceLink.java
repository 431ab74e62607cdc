package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an instance advertises: {@code interface}, or for unicast {@code vrf}, or where the routes
 * lead.
 */
final class InstanceLink {
  private final InstanceDraft draft;
  private final Machine machine;
  private final Diagnostics diagnostics;

  InstanceLink(InstanceDraft draft, Machine machine, Diagnostics diagnostics) {
    this.draft = draft;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  /** Empty after reporting why there is none. */
  Optional<InterfaceName> complete() {
    if (draft.link.isPresent()) {
      return named(draft.link.get());
    }
    if (draft.peers.isEmpty() || !usableSource()) {
      reportMissing();
      return Optional.empty();
    }
    draft.vrf.ifPresent(vrf ->
        expect(vrf, "vrf", () -> label() + " WARNING - VRF interface " + vrf + " doesn't exist"));
    return draft.vrf.or(() -> Optional.of(InterfaceName.NONE));
  }

  private Optional<InterfaceName> named(InterfaceName name) {
    if (draft.vrf.isPresent()) {
      report(Code.OPTION_IGNORED, "vrf", "vrf means nothing with an interface: its own VRF counts");
    }
    if (machine.isLoopback(name)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.LOOPBACK_INTERFACE,
                  draft.place("interface"),
                  "'%s' is a loopback interface: no other router can be reached by it"
                      .formatted(name))
              .asKeepalived(
                  "%s cannot use a loopback interface (%s) for vrrp - ignoring"
                      .formatted(label(), name)));
      return Optional.empty();
    }
    expect(
        name,
        "interface",
        () ->
            "WARNING - interface %s for vrrp_instance %s doesn't exist"
                .formatted(name, draft.name));
    return Optional.of(name);
  }

  /** Nothing but a link tells what a link-local address means. */
  private boolean usableSource() {
    return draft.unicastSource.filter(source -> !source.isLinkLocal()).isPresent()
        && draft.peers.stream()
            .noneMatch(peer ->
                IpAddress.parse(peer.value().text()).filter(IpAddress::isLinkLocal).isPresent());
  }

  private void expect(InterfaceName name, String keyword, Supplier<String> keepalived) {
    if (!machine.linkExists(name) && !draft.file.global.dynamicInterfaces) {
      diagnostics.add(
          Diagnostic.of(
                  Code.INTERFACE_ABSENT,
                  draft.place(keyword),
                  "there is no interface '%s'".formatted(name))
              .help("set dynamic_interfaces in global_defs if it appears later")
              .asKeepalived(keepalived.get()));
    }
  }

  private void reportMissing() {
    diagnostics.add(
        Diagnostic.of(
                Code.NO_INTERFACE,
                draft.header(),
                "the instance '%s' has no interface".formatted(draft.name))
            .help(
                draft.peers.isEmpty()
                    ? "interface eth0"
                    : "interface eth0; or unicast_src_ip ADDRESS, none of them link-local")
            .asKeepalivedOverall("%s Unknown interface!".formatted(label())));
  }

  private void report(Code code, String keyword, String message) {
    diagnostics.add(Diagnostic.of(code, draft.place(keyword), message));
  }

  private String label() {
    return draft.label();
  }
}
