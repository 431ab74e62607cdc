package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.RemoveAddresses;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualAddress.Option;
import dev.vrrpd.netlink.libc.ThreadCredentials;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the kernel has after a request, in the words of ip-address(8). */
@Timeout(60)
class AddressDetailsIT {
  private LinuxWorld world;

  @BeforeEach
  void open() {
    world = new LinuxWorld();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private static VirtualAddress address(
      String address,
      int prefixLength,
      String broadcast,
      String label,
      String peer,
      Set<Option> options,
      OptionalLong preferredLifetime) {
    return new VirtualAddress(
        IpAddress.of(address),
        prefixLength,
        Optional.empty(),
        0,
        Optional.ofNullable(broadcast).map(IpAddress::of),
        Optional.ofNullable(label),
        Optional.ofNullable(peer).map(IpAddress::of),
        options,
        preferredLifetime,
        true);
  }

  private static VirtualAddress with(String address, int prefixLength, Option... options) {
    return address(address, prefixLength, null, null, null, Set.of(options), OptionalLong.empty());
  }

  private List<KernelEvent> carryOut(KernelRequest request) {
    world.submit(request);
    return world.await(all -> all.contains(new KernelEvent.Completed(request)));
  }

  private void add(VirtualAddress address) {
    carryOut(new AddAddresses("VI_1", KernelWorld.LINK, List.of(address)));
  }

  private void remove(VirtualAddress address) {
    carryOut(new RemoveAddresses("VI_1", KernelWorld.LINK, List.of(address)));
  }

  /** One line for the address, without its lifetimes. */
  private String shown(String address) {
    return world
        .namespace
        .ip("-o addr show dev vt0 to " + address)
        .replaceAll("\\\\.*", "")
        .replaceAll("\\s+", " ")
        .replaceFirst("^\\d+: vt0 ", "")
        .strip();
  }

  @Test
  void aBareIpv4AddressIsGlobalWithoutBroadcast() {
    add(with("10.9.0.81", 32));
    assertThat(shown("10.9.0.81")).isEqualTo("inet 10.9.0.81/32 scope global vt0");
  }

  @Test
  void broadcastAndLabelAreSetAsConfigured() {
    add(address("10.9.0.84", 27, "10.9.0.95", "vt0:84", null, Set.of(), OptionalLong.empty()));
    assertThat(shown("10.9.0.84")).isEqualTo("inet 10.9.0.84/27 brd 10.9.0.95 scope global vt0:84");
    remove(with("10.9.0.84", 27));
    assertThat(shown("10.9.0.84")).isEmpty();
  }

  @Test
  void anAddressWithAPeerIsAddedAndRemoved() {
    VirtualAddress address =
        address("10.9.0.87", 32, null, null, "10.79.0.88", Set.of(), OptionalLong.empty());
    add(address);
    assertThat(shown("10.9.0.87")).isEqualTo("inet 10.9.0.87 peer 10.79.0.88/32 scope global vt0");
    remove(address);
    assertThat(shown("10.9.0.87")).isEmpty();
  }

  @Test
  void noprefixrouteLeavesTheRouteOut() {
    add(with("10.66.0.1", 24, Option.NOPREFIXROUTE));
    assertThat(shown("10.66.0.1")).isEqualTo("inet 10.66.0.1/24 scope global noprefixroute vt0");
    assertThat(world.namespace.ip("route show 10.66.0.0/24")).isEmpty();
  }

  @Test
  void anIpv6HostAddressIsDeprecatedWithoutDuplicateDetectionForever() {
    add(with("fd09::81", 128));
    assertThat(shown("fd09::81")).isEqualTo("inet6 fd09::81/128 scope global nodad deprecated");
    assertThat(world.namespace.ip("-o addr show dev vt0 to fd09::81"))
        .contains("valid_lft forever preferred_lft 0sec");
  }

  @Test
  void anIpv6AddressWithAPrefixIsPreferredForever() {
    add(with("fd09::82", 64));
    assertThat(shown("fd09::82")).isEqualTo("inet6 fd09::82/64 scope global nodad");
    assertThat(world.namespace.ip("-o addr show dev vt0 to fd09::82"))
        .contains("valid_lft forever preferred_lft forever");
  }

  @Test
  void aPreferredLifetimeIsKept() {
    add(
        address(
            "fd09::83", 128, null, null, null, Set.of(), OptionalLong.of(VirtualAddress.FOREVER)));
    add(address("fd09::84", 128, null, null, null, Set.of(), OptionalLong.of(1000)));
    assertThat(shown("fd09::83")).isEqualTo("inet6 fd09::83/128 scope global nodad");
    assertThat(world.namespace.ip("-o addr show dev vt0 to fd09::84"))
        .containsPattern("valid_lft forever preferred_lft (1000|999)sec");
  }

  @Test
  void homeWithDuplicateDetectionIsAHomeAddressThatIsTried() {
    add(with("fd09::85", 64, Option.HOME, Option.DUPLICATE_DETECTION));
    assertThat(shown("fd09::85")).contains("home").doesNotContain("nodad");
  }

  @Test
  void mngtmpaddrAndAutojoinAreSetAsConfigured() {
    add(with("fd09:1::86", 64, Option.MNGTMPADDR));
    assertThat(shown("fd09:1::86")).contains("nodad mngtmpaddr");
    add(with("239.9.9.9", 32, Option.AUTOJOIN));
    assertThat(shown("239.9.9.9")).isEqualTo("inet 239.9.9.9/32 scope global autojoin vt0");
    assertThat(world.namespace.ip("maddr show dev vt0")).contains("239.9.9.9");
    remove(with("239.9.9.9", 32, Option.AUTOJOIN));
    assertThat(world.namespace.ip("maddr show dev vt0")).doesNotContain("239.9.9.9");
  }

  @Test
  void withoutPermissionEachAddressIsRefusedWithEperm() {
    CompletableFuture.runAsync(
            () -> ThreadCredentials.become(65534, 65534, List.of()), world.loop::execute)
        .join();
    var request =
        new AddAddresses(
            "VI_1", KernelWorld.LINK, List.of(with("10.9.0.81", 32), with("fd09::81", 128)));
    assertThat(carryOut(request))
        .endsWith(
            new KernelEvent.Refused(
                request, Optional.of(with("10.9.0.81", 32)), 1, "Operation not permitted"),
            new KernelEvent.Refused(
                request, Optional.of(with("fd09::81", 128)), 1, "Operation not permitted"),
            new KernelEvent.Completed(request));
  }
}
