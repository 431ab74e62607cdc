package dev.vrrpd.netlink.kernel;

import static dev.vrrpd.core.kernel.KernelWorld.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Addresses of links that do not concern the daemon. */
@Timeout(60)
class AttentionIT {
  private static final int PAIRS = 100;
  private static final int ROUNDS = 5;
  private static final InterfaceName BEFORE = new InterfaceName("before0");
  private static final InterfaceName OTHER = new InterfaceName("other0");
  private static final VirtualAddress MARK = VirtualAddress.of("10.9.0.81", 32);
  private static final VirtualAddress PLACE = VirtualAddress.of("10.9.0.7", 24);

  @TempDir Path directory;
  private LinuxWorld world;

  @BeforeEach
  void open() {
    world = new LinuxWorld();
    world.await(events -> !events.isEmpty());
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private int index(InterfaceName link) {
    return world.view().link(link).orElseThrow().index();
  }

  private List<InterfaceAddress> known(InterfaceName link) {
    return world.view().link(link).stream()
        .flatMap(there -> world.view().addresses(there.index()).stream())
        .filter(address -> !address.address().isLinkLocal())
        .toList();
  }

  private void awaitAddress(InterfaceName link, VirtualAddress wanted) {
    world.await(
        _ -> known(link).stream().anyMatch(address -> address.address().equals(wanted.address())));
  }

  @Test
  void aFloodOnTwoHundredForeignLinksDoesNotReachTheLoop() throws IOException {
    world.attend(LINK);
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < PAIRS; i++) {
      flood.append("link add c%d type veth peer name p%d%n".formatted(i, i));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (String verb : List.of("add", "del")) {
        for (int i = 0; i < PAIRS; i++) {
          flood.append("addr %s 10.7.%d.1/24 dev c%d%n".formatted(verb, i, i));
          flood.append("addr %s 10.8.%d.1/24 dev p%d%n".formatted(verb, i, i));
        }
      }
    }
    Path batch = Files.writeString(directory.resolve("flood"), flood);
    world.namespace.ip("-batch " + batch);
    world.addByHand(LINK, MARK);
    awaitAddress(LINK, MARK);
    assertThat(world.foreignAddresses(index(LINK))).isZero();
  }

  @Test
  void aLinkThatComesByItsNameBringsTheAddressesItHas() {
    world.attend(LINK, OTHER);
    world.namespace.ip("link add before0 type veth peer name before1");
    world.addByHand(BEFORE, PLACE);
    world.rename(BEFORE, OTHER);
    awaitAddress(OTHER, PLACE);
    world.addByHand(OTHER, MARK);
    awaitAddress(OTHER, MARK);
  }

  @Test
  void whatHappenedWhileNobodyListenedIsToldWhenSomebodyDoes() {
    world.addLink(OTHER);
    world.addByHand(OTHER, PLACE);
    awaitAddress(OTHER, PLACE);
    world.attend(LINK);
    world.addByHand(LINK, MARK);
    awaitAddress(LINK, MARK);
    world.removeByHand(OTHER, PLACE);
    world.addByHand(OTHER, MARK);
    world.addByHand(LINK, PLACE);
    awaitAddress(LINK, PLACE);
    assertThat(known(OTHER)).extracting(InterfaceAddress::address).containsExactly(PLACE.address());
    world.attend(LINK, OTHER);
    awaitAddress(OTHER, MARK);
    assertThat(known(OTHER)).extracting(InterfaceAddress::address).containsExactly(MARK.address());
  }
}
