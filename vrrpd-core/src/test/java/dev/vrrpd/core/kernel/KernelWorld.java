package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;
import java.util.function.Predicate;

/**
 * A {@link Kernel} with the host round it, and an operator at that host. It starts with one link,
 * {@link #LINK}, which is up and running and has no IPv4 address.
 */
public interface KernelWorld extends AutoCloseable {
  InterfaceName LINK = new InterfaceName("vt0");

  /** Hands the request to the kernel, on the thread it belongs to. */
  void submit(KernelRequest request);

  /** Waits until the events so far meet the condition, which gets all since the start. */
  List<KernelEvent> await(Predicate<List<KernelEvent>> condition);

  /** The view that the events so far make. */
  KernelView view();

  void addLink(InterfaceName name);

  void removeLink(InterfaceName name);

  void rename(InterfaceName from, InterfaceName to);

  void setUp(InterfaceName name, boolean up);

  void addByHand(InterfaceName link, VirtualAddress address);

  void removeByHand(InterfaceName link, VirtualAddress address);

  /** As an operator does it. */
  void removeByHand(RoutingEntry entry);

  /** Whether it is there, with our mark or without. */
  boolean routes(RoutingEntry entry);

  /** Makes the kernel lose notifications, and change meanwhile. */
  void loseNotificationsWhile(Runnable changes);

  @Override
  void close();
}
