package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.AddressContract;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelRequest.RemoveAddresses;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.kernel.LinkContract;
import dev.vrrpd.core.kernel.RoutingContract;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinuxKernelIT {
  @Nested
  class Addresses extends AddressContract {
    @Override
    protected KernelWorld open() {
      return new LinuxWorld();
    }

    @Test
    void removingFromALinkThatIsGoneIsSuccess() {
      var request =
          new RemoveAddresses(
              "VI_1", new InterfaceName("nope0"), List.of(VirtualAddress.of("10.9.0.81", 32)));
      assertThat(carryOut(request)).containsExactly(new Completed(request));
    }

    @Test
    void aLinkThatIsDownTakesIpv6AddressesAllTheSame() {
      world.setUp(LINK, false);
      world.await(_ -> !world.view().link(LINK).orElseThrow().up());
      assertThat(carryOut(add(VirtualAddress.of("fd09::81", 128))))
          .noneMatch(KernelEvent.Refused.class::isInstance);
      assertThat(addresses(Family.IPV6)).hasSize(1);
    }
  }

  @Nested
  class Links extends LinkContract {
    @Override
    protected KernelWorld open() {
      return new LinuxWorld();
    }
  }

  @Nested
  class Routing extends RoutingContract {
    @Override
    protected KernelWorld open() {
      return new LinuxWorld();
    }
  }
}
