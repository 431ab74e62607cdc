package dev.vrrpd.core.router;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.kernel.FakeKernel;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A router alone with a fake kernel that answers at once, and the time in one's hands. */
final class Workbench {
  static final InterfaceName ETH0 = new InterfaceName("eth0");

  final FakeKernel kernel = new FakeKernel(event -> inputs().add(new Input.KernelTold(event)));
  final VrrpRouter router = new VrrpRouter();
  final List<Output> outputs = new ArrayList<>();
  private List<Input> inputs;
  private Moment now = Moment.ZERO;

  /** With eth0 and an address on it. */
  Workbench() {
    kernel.addLink(ETH0);
    kernel.addAddress(ETH0, IpAddress.of("192.0.2.1"), 24, 0);
    inputs().clear();
  }

  private List<Input> inputs() {
    if (inputs == null) {
      inputs = new ArrayList<>();
    }
    return inputs;
  }

  static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    if (loaded.hasErrors()) {
      throw new AssertionError(loaded.text());
    }
    return loaded.config().orElseThrow();
  }

  /** What a virtual router needs around it, of which nobody else knows. */
  static Surroundings surroundings() {
    Outbox outbox = new Outbox();
    Deadlines deadlines = new Deadlines();
    Links links = new Links(Link::operational);
    return new Surroundings(
        outbox,
        deadlines,
        links,
        new Trackers(outbox, deadlines, links, new Roster()),
        new WallClock(),
        new Pacer(outbox, deadlines),
        new Unsettled(),
        new Inquirer(outbox, deadlines));
  }

  void start(String text) {
    input(new Input.Reconfigure(config(text)));
    kernel.resynchronize();
    settle();
  }

  void input(Input input) {
    inputs().add(input);
    settle();
  }

  /** Hands in what the kernel tells, and lets it work, until there is peace. */
  void settle() {
    while (!inputs().isEmpty() || !kernel.idle()) {
      kernel.work();
      List<Input> waiting = List.copyOf(inputs());
      inputs().clear();
      waiting.forEach(this::turn);
    }
  }

  private void turn(Input input) {
    for (Output output : router.handle(input, now)) {
      outputs.add(output);
      if (output instanceof Output.AskKernel(var request)) {
        kernel.submit(request);
      }
    }
  }

  void pass(Duration time) {
    Moment end = now.plus(time);
    while (!router.nextDeadline().equals(Moment.NEVER) && !end.isBefore(router.nextDeadline())) {
      now = router.nextDeadline();
      input(new Input.Tick());
    }
    now = end;
  }

  /** What was told, of one kind. */
  <T extends Note> List<T> told(Class<T> kind) {
    return outputs.stream()
        .filter(Output.Tell.class::isInstance)
        .map(output -> ((Output.Tell) output).note())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
