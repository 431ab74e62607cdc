package dev.vrrpd.core.kernel;

import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelEvent.Refused;
import dev.vrrpd.core.kernel.KernelEvent.Resynchronized;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.RemoveAddresses;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Kernel} does: the fake may only lie where Linux lies. Each subject has a
 * contract of its own.
 */
@Timeout(60)
public abstract class KernelContract {
  protected static final InterfaceName LINK = KernelWorld.LINK;

  protected KernelWorld world;

  protected abstract KernelWorld open();

  @BeforeEach
  void openWorld() {
    world = open();
    world.await(events -> events.stream().anyMatch(Resynchronized.class::isInstance));
  }

  @AfterEach
  void closeWorld() {
    if (world != null) {
      world.close();
    }
  }

  protected static AddAddresses add(VirtualAddress... addresses) {
    return new AddAddresses("VI_1", LINK, List.of(addresses));
  }

  protected static RemoveAddresses remove(VirtualAddress... addresses) {
    return new RemoveAddresses("VI_1", LINK, List.of(addresses));
  }

  /** Submits and waits for the answer: the events since the submission. */
  protected List<KernelEvent> carryOut(KernelRequest request) {
    int before = world.await(_ -> true).size();
    world.submit(request);
    List<KernelEvent> events =
        world.await(all -> all.subList(before, all.size()).contains(new Completed(request)));
    return events.subList(before, events.size());
  }

  protected List<InterfaceAddress> addresses(Family family) {
    int index = world.view().link(LINK).orElseThrow().index();
    return world.view().addresses(index).stream()
        .filter(address -> address.address().family() == family)
        .filter(address -> !address.address().isLinkLocal())
        .toList();
  }

  protected static List<Refused> refusals(List<KernelEvent> events) {
    return events.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
  }
}
