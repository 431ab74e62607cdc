package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Starts children: each in a process group of its own, with /dev/null as standard input, output and
 * error, default signal dispositions, no other descriptor of the daemon, and the credentials of its
 * {@link Identity} and nothing more. Starting happens off the loop; the end is told on it.
 */
public final class Spawner implements AutoCloseable {
  private final EventLoop loop;
  private final ExecutorService threads;
  private final Queue<Order> orders = new ArrayDeque<>();

  private record Order(Program program, Child child) {}

  /** One after the other. */
  public Spawner(EventLoop loop) {
    this(loop, 1);
  }

  /**
   * @param atOnce so many may be started beside each other: most of the time a start waits for the
   *     child
   */
  public Spawner(EventLoop loop, int atOnce) {
    this.loop = loop;
    threads = Executors.newFixedThreadPool(atOnce, loop.ordinaryThreads("vrrpd-spawner"));
    // Inherited as ignored, it would make the kernel forget how children ended.
    Libc.defaultSignal(Libc.SIGCHLD);
  }

  /**
   * On the loop: starts {@code program}.
   *
   * @param onStart is told when it runs, if it ever does, on the loop
   * @param onEnd hears exactly once how it ended, on the loop, never from inside this call
   */
  public ChildProcess spawn(Program program, Runnable onStart, Consumer<ChildEnd> onEnd) {
    Child child = new Child(loop, onStart, onEnd);
    synchronized (orders) {
      orders.add(new Order(program, child));
    }
    threads.execute(this::startNext);
    return child;
  }

  /** The same where nobody wants to know when it runs. */
  public ChildProcess spawn(Program program, Consumer<ChildEnd> onEnd) {
    return spawn(program, () -> {}, onEnd);
  }

  private void startNext() {
    next(_ -> true)
        .ifPresent(first ->
            Starter.as(
                first.program().identity(),
                () -> startFrom(first),
                refusal -> loop.execute(() -> first.child().begin(Starter.failed(refusal)))));
  }

  /** And all that follow it and run as the same user: one thread that has become it will do. */
  private void startFrom(Order first) {
    Identity identity = first.program().identity();
    for (Optional<Order> order = Optional.of(first);
        order.isPresent();
        order = next(program -> program.identity().equals(identity))) {
      loop.execute(start(order.get()));
    }
  }

  private Optional<Order> next(Predicate<Program> wanted) {
    synchronized (orders) {
      boolean fits = !orders.isEmpty() && wanted.test(orders.peek().program());
      return fits ? Optional.of(orders.remove()) : Optional.empty();
    }
  }

  /** Starts it here; what comes back is for the loop. */
  private static Runnable start(Order order) {
    try {
      Starter.Outcome outcome = Starter.start(order.program());
      return () -> order.child().begin(outcome);
    } catch (RuntimeException | Error defect) {
      return () -> {
        throw new AssertionError("starting a child went wrong by our own fault", defect);
      };
    }
  }

  /** Starts no more; children that run stay theirs who asked for them. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
