package dev.vrrpd.check;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.dbus.Units;
import dev.vrrpd.script.Prober;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks what checks ask, on one thread of its own: a peer that is slow or hostile delays other
 * checks at worst, never an advertisement. Spoken to on the router's loop. Decides nothing:
 * interval, timeout and meaning are the router's.
 */
public final class Probes implements Prober, AutoCloseable {
  private final Executor loop;
  private final Map<String, Question> open = new HashMap<>();
  private final UnitAnswer units;
  private Optional<EventLoopGroup> thread = Optional.empty();

  /**
   * @param loop runs tasks on the router's loop
   * @param bus the way to systemd, for the first check that asks it
   */
  public Probes(Executor loop, Supplier<Units> bus) {
    this.loop = loop;
    this.units = new UnitAnswer(bus);
  }

  @Override
  public void ask(String name, Probe probe, Duration patience, Consumer<ScriptOutcome> onEnd) {
    Question question = new Question(outcome -> ended(name, outcome, onEnd));
    open.put(name, question);
    EventLoopGroup group = group();
    group.next().execute(() -> new Asking(group, units, question, patience).ask(probe));
  }

  /** Made when the first check is asked. */
  private EventLoopGroup group() {
    EventLoopGroup group =
        thread.orElseGet(() ->
            new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("checks", true), EpollIoHandler.newFactory()));
    thread = Optional.of(group);
    return group;
  }

  private void ended(String name, ScriptOutcome outcome, Consumer<ScriptOutcome> onEnd) {
    loop.execute(() -> {
      open.remove(name);
      onEnd.accept(outcome);
    });
  }

  @Override
  public void cancel(String name) {
    Question question = open.get(name);
    if (question != null) {
      group().next().execute(() -> question.fail("no answer in time"));
    }
  }

  @Override
  public void close() {
    thread.ifPresent(group -> {
      var _ = group.shutdownGracefully();
    });
    units.close();
  }
}
