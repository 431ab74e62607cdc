package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.netlink.lab.Namespace;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A namespace with a veth pair: {@code vt0} for the kernel under test, {@code vt0p} across. */
final class LinuxWorld implements KernelWorld {
  /** Room for some two thousand notifications. */
  private static final int MONITOR_BUFFER = 1 << 20;

  /** Generous: what is awaited takes milliseconds. */
  private static final long PATIENCE_SECONDS = 20;

  final Namespace namespace = Namespace.create();
  final EventLoop loop;
  private final List<KernelEvent> events = new ArrayList<>();
  private final List<Throwable> defects = new ArrayList<>();
  private final LinuxKernel kernel;

  LinuxWorld() {
    addLink(LINK);
    namespace.ip("link set lo up");
    loop = EventLoop.start("test-kernel", Scheduling.NORMAL, this::defect);
    namespace.enter(loop);
    kernel =
        CompletableFuture.supplyAsync(
                () -> LinuxKernel.open(loop, this::told, MONITOR_BUFFER), loop::execute)
            .join();
  }

  private synchronized void defect(Throwable defect) {
    defects.add(defect);
    notifyAll();
  }

  private synchronized void told(KernelEvent event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public void submit(KernelRequest request) {
    loop.execute(() -> kernel.submit(request));
  }

  /** As the daemon does for the links of its configuration. */
  void attend(InterfaceName... links) {
    loop.execute(() -> kernel.attend(Set.of(links)));
  }

  /** How many of what was told so far are addresses of another link than {@code own}. */
  synchronized long foreignAddresses(int own) {
    return events.stream()
        .filter(event ->
            (event instanceof KernelEvent.AddressChanged(var address) && address.linkIndex() != own)
                || (event instanceof KernelEvent.AddressRemoved(var gone)
                    && gone.linkIndex() != own))
        .count();
  }

  @Override
  public synchronized List<KernelEvent> await(Predicate<List<KernelEvent>> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!condition.test(events)) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !defects.isEmpty()) {
          throw failure();
        }
        wait(left);
      }
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
    return List.copyOf(events);
  }

  private AssertionError failure() {
    AssertionError failure =
        new AssertionError(
            "never told; last events:\n"
                + events.subList(Math.max(0, events.size() - 20), events.size()));
    defects.forEach(failure::addSuppressed);
    return failure;
  }

  @Override
  public synchronized KernelView view() {
    KernelView view = new KernelView();
    events.forEach(view::apply);
    return view;
  }

  @Override
  public void addLink(InterfaceName name) {
    namespace.ip("link add %s type veth peer name %sp".formatted(name, name));
    namespace.exec("sysctl -qw net/ipv4/conf/%s/promote_secondaries=0".formatted(name));
    namespace.ip("link set %sp up".formatted(name));
    setUp(name, true);
  }

  @Override
  public void removeLink(InterfaceName name) {
    namespace.ip("link del " + name);
  }

  @Override
  public void rename(InterfaceName from, InterfaceName to) {
    namespace.ip("link set %s name %s".formatted(from, to));
  }

  @Override
  public void setUp(InterfaceName name, boolean up) {
    namespace.ip("link set %s %s".formatted(name, up ? "up" : "down"));
  }

  @Override
  public void addByHand(InterfaceName link, VirtualAddress address) {
    namespace.ip(
        "addr add %s/%d dev %s".formatted(address.address(), address.prefixLength(), link));
  }

  @Override
  public void removeByHand(InterfaceName link, VirtualAddress address) {
    namespace.ip(
        "addr del %s/%d dev %s".formatted(address.address(), address.prefixLength(), link));
  }

  @Override
  public void removeByHand(RoutingEntry entry) {
    namespace.ip(family(entry) + kind(entry) + "del " + key(entry));
  }

  @Override
  public boolean routes(RoutingEntry entry) {
    String shown =
        entry instanceof Route
            ? namespace.ip(family(entry) + "route show table all " + key(entry))
            : namespace.ip(family(entry) + "rule show " + key(entry));
    return !shown.isBlank();
  }

  private static String family(RoutingEntry entry) {
    return entry.family() == Family.IPV6 ? "-6 " : "";
  }

  private static String kind(RoutingEntry entry) {
    return entry instanceof Route ? "route " : "rule ";
  }

  private static String key(RoutingEntry entry) {
    return switch (entry.key()) {
      case RoutingKey.OfRoute route -> route.destination().toString();
      case RoutingKey.OfRule rule -> "priority " + rule.priority();
    };
  }

  /** The loop is held up while more happens than the socket holds. */
  @Override
  public void loseNotificationsWhile(Runnable changes) {
    CountDownLatch over = new CountDownLatch(1);
    loop.execute(() -> waitFor(over));
    try {
      changes.run();
      StringBuilder flood = new StringBuilder();
      for (int i = 0; i < 4000; i++) {
        flood.append("addr add 10.7.%d.%d/32 dev %s\n".formatted(i / 250, i % 250 + 1, LINK));
      }
      namespace.ipBatch(flood.toString());
    } finally {
      over.countDown();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  @Override
  public void close() {
    CompletableFuture.runAsync(kernel::close, loop::execute).join();
    loop.close();
    namespace.close();
    if (!defects.isEmpty()) {
      throw failure();
    }
    if (events.toString().contains("rehearsal")) {
      throw new AssertionError("a rehearsal was told of: " + events);
    }
  }
}
