package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;

class FakeKernelTest {
  @Nested
  class Addresses extends AddressContract {
    @Override
    protected KernelWorld open() {
      return new FakeWorld();
    }
  }

  @Nested
  class Links extends LinkContract {
    @Override
    protected KernelWorld open() {
      return new FakeWorld();
    }
  }

  @Nested
  class Routing extends RoutingContract {
    @Override
    protected KernelWorld open() {
      return new FakeWorld();
    }
  }

  private static final class FakeWorld implements KernelWorld {
    private final List<KernelEvent> events = new ArrayList<>();
    private final KernelView view = new KernelView();
    private final FakeKernel kernel = new FakeKernel(this::told);

    FakeWorld() {
      addLink(LINK);
      events.clear();
      kernel.resynchronize();
    }

    private void told(KernelEvent event) {
      events.add(event);
      view.apply(event);
    }

    @Override
    public void submit(KernelRequest request) {
      kernel.submit(request);
    }

    @Override
    public List<KernelEvent> await(Predicate<List<KernelEvent>> condition) {
      kernel.work();
      if (!condition.test(events)) {
        throw new AssertionError("never told; so far:\n" + events);
      }
      return List.copyOf(events);
    }

    @Override
    public KernelView view() {
      return view;
    }

    @Override
    public void removeByHand(RoutingEntry entry) {
      kernel.removeRouting(entry);
    }

    @Override
    public boolean routes(RoutingEntry entry) {
      return kernel.routing().contains(entry);
    }

    @Override
    public void addLink(InterfaceName name) {
      Link _ = kernel.addLink(name);
    }

    @Override
    public void removeLink(InterfaceName name) {
      kernel.removeLink(name);
    }

    @Override
    public void rename(InterfaceName from, InterfaceName to) {
      kernel.rename(from, to);
    }

    @Override
    public void setUp(InterfaceName name, boolean up) {
      kernel.setLink(name, up, true);
    }

    @Override
    public void addByHand(InterfaceName link, VirtualAddress address) {
      kernel.addAddress(link, address.address(), address.prefixLength(), 0);
    }

    @Override
    public void removeByHand(InterfaceName link, VirtualAddress address) {
      kernel.removeAddress(link, address.address());
    }

    @Override
    public void loseNotificationsWhile(Runnable changes) {
      kernel.loseNotificationsWhile(changes);
    }

    @Override
    public void close() {}
  }
}
