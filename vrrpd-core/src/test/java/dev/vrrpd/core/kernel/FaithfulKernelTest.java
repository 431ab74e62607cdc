package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

class FaithfulKernelTest extends KernelContract {
  @Override
  protected KernelWorld open() {
    return new FakeWorld();
  }

  private static final class FakeWorld implements KernelWorld {
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<KernelEvent> events = new ArrayList<>();
    private final KernelView view = new KernelView();
    private final FaithfulKernel kernel = new FaithfulKernel(later::add, this::told);
    private int macs;

    FakeWorld() {
      addLink(LINK);
      later.clear();
      kernel.start();
    }

    private void told(KernelEvent event) {
      events.add(event);
      view.apply(event);
    }

    private void settle() {
      while (!later.isEmpty()) {
        later.remove().run();
      }
    }

    @Override
    public void submit(KernelRequest request) {
      kernel.submit(request);
    }

    @Override
    public List<KernelEvent> await(Predicate<List<KernelEvent>> condition) {
      settle();
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
    public void addLink(InterfaceName name) {
      macs++;
      Link _ = kernel.addLink(name, new MacAddress(0x0200_0000_0000L + macs));
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
      kernel.setUp(name, up);
    }

    @Override
    public void addByHand(InterfaceName link, VirtualAddress address) {
      kernel.addByHand(link, address);
    }

    @Override
    public void removeByHand(InterfaceName link, VirtualAddress address) {
      kernel.removeByHand(link, address);
    }

    @Override
    public void loseNotificationsWhile(Runnable changes) {
      kernel.loseNotificationsWhile(changes);
    }

    @Override
    public void close() {}
  }
}
