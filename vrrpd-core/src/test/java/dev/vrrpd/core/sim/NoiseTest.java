package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.FakeKernel;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever comes, in whatever order: the router answers with values, never with an exception. */
class NoiseTest {
  private static final InterfaceName ETH0 = new InterfaceName("eth0");
  private static final List<String> NAMES = List.of("VI_1", "VI_2", "VI_3", "nobody");

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void nothingThatComesInMakesTheRouterThrow() {
    for (int run = 0; run < 300; run++) {
      VrrpRouter router = new VrrpRouter();
      Moment now = Moment.ZERO;
      for (int step = 0; step < 200; step++) {
        now = now.plus(Duration.ofMillis(random.nextInt(800)));
        router.handle(input(step), now);
        assertThat(router.snapshot().instances()).hasSizeLessThan(4);
      }
    }
  }

  private Input input(int step) {
    return switch (random.nextInt(step < 5 ? 4 : 14)) {
      case 0, 1 -> new Input.Reconfigure(plan().build());
      case 2, 3 -> new Input.KernelTold(new KernelEvent.Resynchronized(view()));
      case 4, 5, 6 -> new Input.Tick();
      case 7 -> new Input.Heard(ETH0, random.nextBoolean(), datagram());
      case 8, 9 -> new Input.KernelTold(event());
      case 10 -> new Input.ScriptStarted(script());
      case 11 -> new Input.ScriptEnded(script(), outcome());
      case 12 ->
          new Input.AnswerHeard(
              ETH0,
              IpAddress.of("10.9.0." + (100 + random.nextInt(4))),
              new MacAddress(random.nextInt(3)));
      default ->
          step > 150 && random.nextInt(20) == 0
              ? new Input.Stop()
              : new Input.SendFailed(name(), 19, "No such device");
    };
  }

  private String script() {
    return random.nextBoolean() ? "chk" : "other";
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private NodePlan plan() {
    NodePlan plan = new NodePlan();
    for (int instance = 1; instance <= 1 + random.nextInt(3); instance++) {
      plan.instance("VI_" + instance)
          .set(
              "virtual_router_id=" + (random.nextInt(10) == 0 ? 60 : 50 + instance),
              "priority=" + (1 + random.nextInt(255)),
              "version=" + (2 + random.nextInt(2)),
              "vips=10.9.0.%d,10.9.0.%d".formatted(100 + random.nextInt(4), 110 + instance),
              "interface=eth" + random.nextInt(2),
              "rival_probe=" + random.nextInt(3),
              "takeover_probe=" + (random.nextBoolean() ? "warn" : "off"),
              "nopreempt=" + random.nextBoolean(),
              "unicast_peer=" + (random.nextInt(5) == 0 ? "10.9.0.2" : ""),
              "track_script=" + (random.nextBoolean() ? "chk" : ""));
    }
    plan.script("chk").set("rise=" + (1 + random.nextInt(3)), "interval=0.5");
    if (random.nextBoolean()) {
      plan.group("G").set("members=VI_1,VI_2");
    }
    return plan;
  }

  private KernelView view() {
    List<KernelEvent> ignored = new ArrayList<>();
    FakeKernel kernel = new FakeKernel(ignored::add);
    for (int link = 0; link < random.nextInt(3); link++) {
      InterfaceName name = new InterfaceName("eth" + link);
      kernel.addLink(name);
      kernel.setLink(name, random.nextInt(5) > 0, random.nextInt(5) > 0);
      kernel.addAddress(name, IpAddress.of("10.9.%d.1".formatted(link)), 24, 0);
      if (random.nextBoolean()) {
        kernel.addAddress(name, IpAddress.of("10.9.0.100"), 32, 18);
      }
    }
    return kernel.view();
  }

  private Datagram datagram() {
    byte[] payload = new byte[random.nextInt(40)];
    random.nextBytes(payload);
    if (payload.length > 1) {
      payload[1] = (byte) (50 + random.nextInt(4));
    }
    return new Datagram(
        IpAddress.of(random.nextBoolean() ? "10.9.0.2" : "fe80::2"),
        IpAddress.of(random.nextBoolean() ? "224.0.0.18" : "10.9.0.1"),
        random.nextInt(256),
        payload);
  }

  private ScriptOutcome outcome() {
    return switch (random.nextInt(3)) {
      case 0 -> new ScriptOutcome.Exited(random.nextInt(2));
      case 1 -> new ScriptOutcome.Killed(9);
      default -> new ScriptOutcome.NotStarted("no such file");
    };
  }

  private KernelEvent event() {
    VirtualAddress address = VirtualAddress.of("10.9.0." + (100 + random.nextInt(4)), 32);
    InterfaceAddress reported =
        new InterfaceAddress(random.nextInt(4), address.address(), 32, 0, 0, 0);
    KernelRequest request =
        random.nextBoolean()
            ? new KernelRequest.AddAddresses(name(), ETH0, List.of(address))
            : new KernelRequest.Announce(name(), ETH0, List.of(address), 1);
    Link link = new FakeKernel(_ -> {}).addLink(new InterfaceName("eth" + random.nextInt(3)));
    return switch (random.nextInt(6)) {
      case 0 -> new KernelEvent.LinkChanged(link);
      case 1 -> new KernelEvent.LinkRemoved(link);
      case 2 -> new KernelEvent.AddressChanged(reported);
      case 3 -> new KernelEvent.AddressRemoved(reported);
      case 4 -> new KernelEvent.Completed(request);
      default -> new KernelEvent.Refused(request, Optional.of(address), 1, "not permitted");
    };
  }
}
