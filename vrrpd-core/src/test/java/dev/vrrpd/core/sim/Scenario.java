package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A few commands to a virtual LAN, and the transcript of what follows. {@code VI_1} on {@code eth0}
 * is what a node has if nothing else is said. The commands:
 *
 * <pre>
 * lan a(priority=150) b(priority=100) advert_int=0.25     a new LAN; the rest holds for all nodes
 * set a VI_2 virtual_router_id=52     set a script chk rise=2     set a group G members=VI_1,VI_2
 * set a global vrrp_startup_delay=2   remove a VI_2               reload a
 * start a   stop a   kill a   freeze a   thaw a
 * clock a 10s                          its wall clock is that far ahead (-10s: behind)
 * cut a b   cut-way a b   heal        loss 100
 * filter a b                           no advertisement passes, but everything else
 * link a eth0 down|up|nocarrier|gone|add
 * address a add|remove|duplicate 10.9.0.100/32 [eth0]
 * result a chk 1|signal|hang          refuse a 10.9.0.100 13 Permission denied    accept a
 * inject a from=10.9.0.77 priority=200 [virtual_router_id=52 ttl=254 vips=... flip=6 sequence=9 signed=-3]
 * resolve a peer.example 10.9.0.2 10.9.0.3              without address: it has none
 * show adverts|scripts|notes          status    counters a VI_1
 * run 5s
 * </pre>
 */
final class Scenario {
  private static final MacAddress STRANGER = new MacAddress(0x0200_0000_0077L);

  private static final Pattern NODE =
      Pattern.compile("(?<![\\w=.])(\\w+)(?:\\(([^)]*)\\))?(?=\\s|$)");

  private VirtualLan lan = new VirtualLan(new SplittableRandom(1), this::happened);
  private final Map<String, NodePlan> plans = new LinkedHashMap<>();
  private final StringBuilder transcript = new StringBuilder();
  private boolean showsAdverts;
  private boolean showsScripts;
  private boolean showsNotes;

  /**
   * Runs a file of blocks: commands, {@code ----}, transcript, blank line. Returns it rewritten.
   */
  static String rewrite(String file) {
    Scenario scenario = new Scenario();
    StringBuilder rewritten = new StringBuilder();
    for (String block : file.split("\n\n", -1)) {
      String[] parts = block.strip().split("\n?----\n?", 2);
      if (parts[0].isEmpty()) {
        continue;
      }
      scenario.transcript.setLength(0);
      parts[0].lines().forEach(scenario::command);
      if (!rewritten.isEmpty()) {
        rewritten.append('\n');
      }
      rewritten.append(parts[0]).append('\n');
      if (parts.length > 1) {
        rewritten.append("----\n").append(scenario.transcript);
      }
    }
    return rewritten.toString();
  }

  private void command(String line) {
    String[] words = line.replaceFirst("\\s*#.*", "").strip().split("\\s+", -1);
    if (words[0].isEmpty()) {
      return;
    }
    String[] rest = Arrays.copyOfRange(words, 1, words.length);
    switch (words[0]) {
      case "lan" -> lan(line.strip().substring(3).strip());
      case "set" -> set(rest);
      case "remove" -> plans.get(rest[0]).remove(rest[1]);
      case "start" -> start(rest[0]);
      case "reload" -> {
        lan.node(rest[0]).config(plans.get(rest[0]).build());
        lan.node(rest[0]).reload();
      }
      case "stop" -> lan.node(rest[0]).stop();
      case "kill" -> lan.node(rest[0]).kill();
      case "freeze" -> lan.node(rest[0]).freeze();
      case "thaw" -> lan.node(rest[0]).thaw();
      case "cut" -> {
        lan.medium().cut(rest[0], rest[1]);
        lan.medium().cut(rest[1], rest[0]);
      }
      case "filter" -> {
        lan.medium().filter(rest[0], rest[1]);
        lan.medium().filter(rest[1], rest[0]);
      }
      case "cut-way" -> lan.medium().cut(rest[0], rest[1]);
      case "heal" -> lan.medium().heal();
      case "clock" -> lan.node(rest[0]).setClock(duration(rest[1]));
      case "loss" -> loss(Integer.parseInt(rest[0]));
      case "link" -> link(lan.node(rest[0]), new InterfaceName(rest[1]), rest[2]);
      case "address" -> address(lan.node(rest[0]), rest);
      case "claim" ->
          lan.node(rest[0])
              .input(
                  new Input.ClaimHeard(new InterfaceName("eth0"), IpAddress.of(rest[1]), STRANGER));
      case "result" -> result(lan.node(rest[0]), rest[1], rest[2]);
      case "resolve" ->
          lan.node(rest[0])
              .input(
                  new Input.PeerResolved(
                      rest[1], Arrays.stream(rest).skip(2).map(IpAddress::of).toList()));
      case "tell" -> lan.node(rest[0]).input(TrackerPlan.told(rest[1], rest[2], rest[3]));
      case "refuse" ->
          lan.node(rest[0])
              .kernel()
              .refuse(
                  IpAddress.of(rest[1]),
                  Integer.parseInt(rest[2]),
                  String.join(" ", Arrays.copyOfRange(rest, 3, rest.length)));
      case "accept" -> lan.node(rest[0]).kernel().refuseNothing();
      case "kernel-delay" -> lan.node(rest[0]).kernelDelay(duration(rest[1]));
      case "resync" -> lan.node(rest[0]).kernel().resynchronize();
      case "inject" -> {
        Node node = lan.node(rest[0]);
        Options wanted = plans.get(rest[0]).instance("VI_1").copy().set(rest);
        node.input(
            new Stranger(wanted).advertisement(Node.MIDNIGHT.plus(Duration.ofNanos(lan.now()))));
      }
      case "show" -> {
        showsAdverts |= rest[0].equals("adverts");
        showsScripts |= rest[0].equals("scripts");
        showsNotes |= rest[0].equals("notes");
      }
      case "status" -> lan.nodes().forEach(node -> SnapshotText.status(node).forEach(this::line));
      case "counters" -> SnapshotText.counters(lan.node(rest[0]), rest[1]).forEach(this::line);
      case "run" -> lan.run(duration(rest[0]));
      default -> throw new IllegalArgumentException("no command " + line);
    }
  }

  private static Duration duration(String text) {
    return new Options()
        .set("t=" + text.replaceFirst("m?s$", ""))
        .seconds("t", "0")
        .dividedBy(text.endsWith("ms") ? 1000 : 1);
  }

  private void loss(int percent) {
    Duration delay = lan.medium().longestDelay();
    lan.medium().quality(percent / 100.0, 0, delay, delay);
  }

  private void lan(String text) {
    lan = new VirtualLan(new SplittableRandom(1), this::happened);
    plans.clear();
    showsAdverts = false;
    showsScripts = false;
    showsNotes = false;
    String[] forAll =
        Arrays.stream(outside(text).split("\\s+", -1))
            .filter(word -> word.contains("="))
            .toArray(String[]::new);
    Matcher node = NODE.matcher(text);
    while (node.find()) {
      String options = node.group(2) == null ? "" : node.group(2);
      addNode(node.group(1), forAll, options.split("\\s+", -1));
    }
    lan.nodes().forEach(each -> start(each.name()));
  }

  /** The text without what stands in parentheses. */
  private static String outside(String text) {
    return text.replaceAll("\\([^)]*\\)", "");
  }

  private void addNode(String name, String[] forAll, String[] words) {
    NodePlan plan = new NodePlan();
    plan.instance("VI_1").set(forAll).set(words);
    plans.put(name, plan);
    lan.host(name);
  }

  private void start(String name) {
    Node node = lan.node(name);
    if (!plans.get(name).instance("VI_1").flag("off")) {
      node.config(plans.get(name).build());
      node.start();
    }
    plans.get(name).instance("VI_1").set("off=false");
  }

  private void set(String[] words) {
    NodePlan plan = plans.get(words[0]);
    switch (words[1]) {
      case "script" -> plan.script(words[2]).set(Arrays.copyOfRange(words, 3, words.length));
      case "group" -> plan.group(words[2]).set(Arrays.copyOfRange(words, 3, words.length));
      case "file" -> plan.trackers().file(words[2]).set(Arrays.copyOfRange(words, 3, words.length));
      case "process" ->
          plan.trackers().process(words[2]).set(Arrays.copyOfRange(words, 3, words.length));
      case "bfd" ->
          plan.trackers().session(words[2]).set(Arrays.copyOfRange(words, 3, words.length));
      case "global" -> plan.global().set(Arrays.copyOfRange(words, 2, words.length));
      default -> plan.instance(words[1]).set(Arrays.copyOfRange(words, 2, words.length));
    }
  }

  private static void link(Node node, InterfaceName link, String what) {
    switch (what) {
      case "down" -> node.kernel().setLink(link, false, false);
      case "nocarrier" -> node.kernel().setLink(link, true, false);
      case "up" -> node.kernel().setLink(link, true, true);
      case "gone" -> node.kernel().removeLink(link);
      case "add" -> node.kernel().addLink(link);
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static void address(Node node, String[] words) {
    VirtualAddress address = Options.address(words[2]);
    InterfaceName link = new InterfaceName(words.length > 3 ? words[3] : "eth0");
    if (words[1].equals("duplicate")) {
      node.kernel().findDuplicate(link, address.address());
    } else if (words[1].equals("add")) {
      node.kernel().addAddress(link, address.address(), address.prefixLength(), 0);
    } else {
      node.kernel().removeAddress(link, address.address());
    }
  }

  private static void result(Node node, String script, String what) {
    Duration takes = Node.Behaviour.GOOD.takes();
    node.behaves(
        script,
        switch (what) {
          case "hang" -> new Node.Behaviour(takes, new ScriptOutcome.Exited(0), true);
          case "signal" -> new Node.Behaviour(takes, new ScriptOutcome.Killed(11), false);
          case "missing" ->
              new Node.Behaviour(
                  takes, new ScriptOutcome.NotStarted("No such file or directory"), false);
          default ->
              new Node.Behaviour(takes, new ScriptOutcome.Exited(Integer.parseInt(what)), false);
        });
  }

  private void happened(Node.Turn turn) {
    boolean regular =
        turn.input() instanceof Input.Tick
            && turn.outputs().stream().allMatch(Output.Transmit.class::isInstance);
    for (Output output : turn.outputs()) {
      boolean shown =
          switch (output) {
            case Output.Transmit _ -> showsAdverts || !regular;
            case Output.RunScript _ -> showsScripts;
            case Output.Tell(Note.Announced _),
                Output.Tell(Note.PriorityExplained _),
                Output.Tell(Note.AddressesSet _),
                Output.Tell(Note.AddressesRemoved _) ->
                showsNotes;
            case Output.Recover _,
                Output.KillScript _,
                Output.AskKernel _,
                Output.Notify _,
                Output.Tell _ ->
                true;
          };
      if (shown) {
        line(turn.node().name() + " " + OutputText.of(output));
      }
    }
  }

  private void line(String text) {
    long micros = lan.now() / 1000;
    transcript.append("%3d.%06d %s%n".formatted(micros / 1_000_000, micros % 1_000_000, text));
  }
}
