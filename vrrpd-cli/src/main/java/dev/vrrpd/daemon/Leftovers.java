package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.StaticConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.netlink.kernel.LinuxKernel;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The virtual addresses that a killed daemon could not take along: those of its configuration that
 * are on their links still and bear the mark of a VRRP router (IFA_PROTO 18, or none on kernels
 * before 5.18), and likewise links, routes, rules and the packet filter. An address that somebody
 * else gave the host stays, as an owner's own. Not for a machine on which the daemon runs.
 */
public final class Leftovers {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");
  private static final int VRRP = 18;
  private static final int UNMARKED = 0;
  private static final int PATIENCE_SECONDS = 5;

  private final List<KernelRequest> pending = new ArrayList<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final DaemonConfig config;
  private LinuxKernel kernel;

  private Leftovers(DaemonConfig config) {
    this.config = config;
  }

  /** Removes them; waits for the kernel. */
  public static void remove(DaemonConfig config) {
    Scheduling ordinary = Scheduling.NORMAL;
    try (EventLoop events =
        EventLoop.start("cleanup", ordinary, defect -> log.error("a defect", defect))) {
      Leftovers leftovers = new Leftovers(config);
      events.execute(() -> leftovers.begin(events));
      leftovers.done.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private void begin(EventLoop events) {
    try {
      kernel = LinuxKernel.open(events, this::told);
    } catch (RuntimeException e) {
      log.error("nothing removed: {}", e.getMessage());
      done.complete(null);
    }
  }

  private void told(KernelEvent event) {
    switch (event) {
      case KernelEvent.Resynchronized(var view) -> ask(view);
      case KernelEvent.Completed(var request) -> pending.remove(request);
      case KernelEvent.Refused refused -> log.warn("not removed: {}", refused.message());
      case KernelEvent.RoutingRefused refused ->
          log.warn("not removed: {}: {}", refused.entry(), refused.message());
      default -> {
        return;
      }
    }
    if (pending.isEmpty()) {
      done.complete(null);
    }
  }

  private void ask(KernelView view) {
    pending.add(new KernelRequest.UseFilter("", config.global().filter()));
    statics(view);
    for (InstanceConfig instance : config.instances()) {
      List<RoutingEntry> routing = instance.upkeep().routing();
      if (!routing.isEmpty()) {
        pending.add(new KernelRequest.RemoveRouting(instance.name(), routing.reversed()));
      }
      List<VirtualAddress> left =
          instance.placedAddresses().stream()
              .filter(address -> isLeft(view, instance.home(), address))
              .toList();
      if (!left.isEmpty()) {
        left.forEach(address ->
            log.info(
                "({}) removing {}, left by a daemon that was killed", instance.name(), address));
        pending.add(new KernelRequest.RemoveAddresses(instance.name(), instance.home(), left));
      }
      for (VirtualLink link : instance.placement().links()) {
        if (view.link(link.name()).filter(there -> ours(view, there, link)).isPresent()) {
          log.info(
              "({}) removing {}, left by a daemon that was killed", instance.name(), link.name());
          pending.add(new KernelRequest.RemoveLink(instance.name(), link));
        }
      }
    }
    config.instances().stream()
        .filter(InstanceConfig::promotesSecondaries)
        .map(each -> new KernelRequest.PromoteSecondaries(each.name(), each.link(), false))
        .forEach(pending::add);
    List.copyOf(pending).forEach(kernel::submit);
  }

  private void statics(KernelView view) {
    StaticConfig statics = config.statics();
    if (!statics.routing().isEmpty()) {
      pending.add(new KernelRequest.RemoveRouting("", statics.routing().reversed()));
    }
    for (VirtualAddress address : statics.addresses()) {
      InterfaceName device = address.device().orElseThrow();
      if (isLeft(view, device, address)) {
        log.info("removing {}, left by a daemon that was killed", address);
        pending.add(new KernelRequest.RemoveAddresses("", device, List.of(address)));
      }
    }
  }

  private static boolean ours(KernelView view, Link there, VirtualLink link) {
    return view.link(link.base()).filter(base -> there.is(link, base)).isPresent();
  }

  private static boolean isLeft(KernelView view, InterfaceName home, VirtualAddress address) {
    return view
        .link(address.device().orElse(home))
        .map(link -> view.addresses(link.index()))
        .orElse(List.of())
        .stream()
        .filter(there -> there.address().equals(address.address()))
        .filter(there -> there.prefixLength() == address.prefixLength())
        .anyMatch(there ->
            there.protocol() == VRRP || (there.protocol() == UNMARKED && !tellsMarks(view)));
  }

  /** Such a kernel marks its own, on every host: what bears no mark is an operator's. */
  private static boolean tellsMarks(KernelView view) {
    return view.links().stream()
        .flatMap(link -> view.addresses(link.index()).stream())
        .anyMatch(address -> address.protocol() != UNMARKED);
  }
}
