package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks up the names of unicast peers, again and again, on threads of its own: a name service that
 * is slow or away delays nothing. Tells what is new, once. An address that was known stays until
 * the name has another one: that nobody answers says nothing about a peer. Spoken to on the loop.
 */
final class PeerNames implements AutoCloseable {
  /** As many as may hang at the same time before the others wait. */
  private static final int THREADS = 4;

  private final Function<String, List<IpAddress>> lookup;
  private final Executor loop;
  private final Consumer<Input.PeerResolved> told;
  private final Map<String, Watched> watched = new HashMap<>();
  private ScheduledThreadPoolExecutor threads;

  private record Watched(Duration interval, Future<?> task) {}

  /**
   * @param lookup every address of a name, none if there is none; may take its time
   * @param loop runs tasks on the loop, where {@code told} is called
   */
  PeerNames(
      Function<String, List<IpAddress>> lookup, Executor loop, Consumer<Input.PeerResolved> told) {
    this.lookup = lookup;
    this.loop = loop;
    this.told = told;
  }

  /** From now on the names of {@code config} are followed, and no others. */
  void use(DaemonConfig config) {
    Map<String, Duration> wanted = wanted(config);
    watched
        .entrySet()
        .removeIf(entry -> {
          boolean goes = !entry.getValue().interval().equals(wanted.get(entry.getKey()));
          if (goes) {
            entry.getValue().task().cancel(false);
          }
          return goes;
        });
    wanted.forEach((name, interval) ->
        watched.computeIfAbsent(name, _ -> new Watched(interval, follow(name, interval))));
  }

  /** A name that stands in several places is looked up as often as the most eager one asks. */
  private static Map<String, Duration> wanted(DaemonConfig config) {
    Map<String, Duration> wanted = new HashMap<>();
    config.instances().stream()
        .map(instance -> instance.transport())
        .filter(Transport.Unicast.class::isInstance)
        .flatMap(transport -> ((Transport.Unicast) transport).names().stream())
        .forEach(named ->
            wanted.merge(
                named.name(),
                named.interval(),
                (one, other) -> one.compareTo(other) < 0 ? one : other));
    return wanted;
  }

  private Future<?> follow(String name, Duration interval) {
    if (threads == null) {
      threads =
          new ScheduledThreadPoolExecutor(
              THREADS, task -> Thread.ofPlatform().daemon().name("names").unstarted(task));
      threads.setRemoveOnCancelPolicy(true);
    }
    return threads.scheduleWithFixedDelay(
        new Following(name), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One name, on one thread at a time. */
  private final class Following implements Runnable {
    private final String name;
    private List<IpAddress> known = List.of();
    private boolean answered;

    Following(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      List<IpAddress> found = lookup.apply(name).stream().distinct().sorted().toList();
      boolean another = !answered || (!found.isEmpty() && !found.equals(known));
      if (another) {
        answered = true;
        known = found;
        Input.PeerResolved news = new Input.PeerResolved(name, found);
        loop.execute(() -> tell(news));
      }
    }
  }

  /** Unless nobody wants to know any more. */
  private void tell(Input.PeerResolved news) {
    if (watched.containsKey(news.name())) {
      told.accept(news);
    }
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
