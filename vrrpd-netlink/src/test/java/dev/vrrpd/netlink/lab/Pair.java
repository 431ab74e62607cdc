package dev.vrrpd.netlink.lab;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Two namespaces joined by a cable between their {@code eth0}: 10.9.0.1, fd09::1, MAC
 * 02:00:00:00:00:0a here; .2, ::2, 0b there. Each has a loop.
 */
public final class Pair implements AutoCloseable {
  public static final InterfaceName ETH0 = new InterfaceName("eth0");

  /** One end of the cable. */
  public record End(Namespace namespace, EventLoop loop, int linkIndex) {
    /** Runs on the loop and waits. */
    public <T> T on(Supplier<T> work) {
      return CompletableFuture.supplyAsync(work, loop::execute).join();
    }
  }

  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final End here;
  private final End there;

  public Pair() {
    Namespace a = Namespace.create();
    Namespace b = Namespace.create();
    // Their MAC addresses come before they are up, so that link-local addresses follow.
    String _ =
        a.ip(
            "link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 address"
                + " 02:00:00:00:00:0b netns "
                + b.name());
    this.here = end(a, 1);
    this.there = end(b, 2);
  }

  private End end(Namespace namespace, int number) {
    String _ = namespace.exec("sysctl -qw net.ipv6.conf.all.accept_dad=0");
    String _ = namespace.exec("sysctl -qw net.ipv6.conf.eth0.accept_dad=0");
    String _ = namespace.ip("link set lo up");
    String _ = namespace.ip("link set eth0 up");
    String _ = namespace.ip("addr add 10.9.0.%d/24 dev eth0".formatted(number));
    String _ = namespace.ip("addr add fd09::%d/64 dev eth0 nodad".formatted(number));
    EventLoop loop = EventLoop.start("test-end-" + number, Scheduling.NORMAL, defects::add);
    namespace.enter(loop);
    String index = namespace.exec("cat /sys/class/net/eth0/ifindex").strip();
    return new End(namespace, loop, Integer.parseInt(index));
  }

  public End here() {
    return here;
  }

  public End there() {
    return there;
  }

  @Override
  public void close() {
    for (End end : List.of(here, there)) {
      end.loop().close();
      end.namespace().close();
    }
    if (!defects.isEmpty()) {
      AssertionError failure = new AssertionError("a turn of a loop threw");
      defects.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
