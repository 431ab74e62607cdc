package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VirtualRouterTest {
  private final Surroundings around = Workbench.surroundings();

  private VirtualRouter started() {
    VirtualRouter router =
        new VirtualRouter(
            Workbench.config(
                    """
                    vrrp_instance VI_1 {
                      interface eth0
                      virtual_router_id 51
                      virtual_ipaddress {
                        192.0.2.10
                      }
                    }
                    """)
                .instances()
                .getFirst(),
            new Counters(),
            around);
    router.start(Set.of(), Set.of(), Moment.ZERO, Moment.ZERO);
    return router;
  }

  @Test
  void whoHasLeftWaitsForNothingWhenTheKernelAnswers() {
    VirtualRouter router = started();
    router.holdings().install();
    assertThat(router.position).isNotNegative();

    router.stop(Optional.empty(), Moment.ZERO);
    List<KernelRequest> asked =
        around.outbox().take().stream()
            .filter(Output.AskKernel.class::isInstance)
            .map(output -> ((Output.AskKernel) output).request())
            .toList();
    asked.forEach(request -> router.told(new KernelEvent.Completed(request), Moment.ZERO));

    assertThat(asked).isNotEmpty();
    assertThat(router.holdings().answered()).isTrue();
    assertThat(router.position).isNegative();
  }
}
