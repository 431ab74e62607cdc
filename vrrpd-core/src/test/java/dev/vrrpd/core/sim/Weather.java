package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One simulated LAN, all of it drawn from a seed: how many routers, what they are told, how bad the
 * network is, what breaks and when. First everything may happen; then everything heals, and within
 * the time the RFC allows there must be exactly one Active router for each VRID.
 */
final class Weather {
  private static final InterfaceName ETH0 = new InterfaceName("eth0");
  private static final InterfaceName ETH1 = new InterfaceName("eth1");
  private static final String SCRIPT = "chk";

  private final SplittableRandom random;
  private final Witness witness = new Witness();
  private final VirtualLan lan;
  private final Map<String, NodePlan> plans = new LinkedHashMap<>();
  private final boolean versionTwo;
  private final boolean unicast;
  private final Duration interval;
  private final int instances;
  private final boolean grouped;
  private final boolean crossed;
  private final boolean scripted;
  private final boolean tracked;
  private final Flapping flapping;
  private Duration longestInterval = Duration.ZERO;
  private int most;

  Weather(long seed, Consumer<Node.Turn> audience) {
    random = new SplittableRandom(seed);
    lan =
        new VirtualLan(
            random.split(),
            turn -> {
              audience.accept(turn);
              witness.happened(turn);
            });
    versionTwo = chance(0.2);
    unicast = chance(0.2);
    interval = versionTwo ? pick(1000, 2000) : pick(10, 20, 100, 1000, 3000);
    instances = 1 + random.nextInt(3);
    grouped = instances > 1 && chance(0.5);
    scripted = chance(0.5);
    tracked = chance(0.5);
    flapping = new Flapping(random.split());
    crossed = grouped && chance(0.3);
    int nodes = 2 + random.nextInt(3);
    int owner = !crossed && chance(0.15) ? random.nextInt(nodes) : -1;
    for (int number = 0; number < nodes; number++) {
      addNode(number, number == owner, nodes);
    }
  }

  VirtualLan lan() {
    return lan;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private Duration pick(int... millis) {
    return Duration.ofMillis(millis[random.nextInt(millis.length)]);
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }

  private void addNode(int number, boolean owner, int nodes) {
    String name = Character.toString('a' + number);
    NodePlan plan = new NodePlan();
    int priority = owner ? 255 : chance(0.3) ? 100 : 1 + random.nextInt(254);
    boolean slow = !versionTwo && chance(0.1);
    Duration own = slow ? interval.multipliedBy(3) : interval;
    longestInterval = own.compareTo(longestInterval) > 0 ? own : longestInterval;
    boolean nopreempt = chance(0.2);
    Duration delay = chance(0.2) ? interval.multipliedBy(random.nextInt(5)) : Duration.ZERO;
    boolean silent = chance(0.1);
    boolean lastWord = chance(0.1);
    int adverts = chance(0.1) ? 5 : 3;
    most = Math.max(most, adverts);
    for (int instance = 1; instance <= instances; instance++) {
      Options options = plan.instance("VI_" + instance);
      options.set(
          "virtual_router_id=" + (50 + instance),
          "interface=" + (instance == 2 ? "eth1" : "eth0"),
          "vips=10.7.%d.1,10.7.%d.2".formatted(instance, instance),
          "version=" + (versionTwo ? 2 : 3),
          "priority=" + priority,
          "advert_int=" + seconds(own),
          "nopreempt=" + nopreempt,
          "preempt_delay=" + seconds(delay),
          "lower_prio_no_advert=" + silent,
          "higher_prio_send_advert=" + lastWord,
          "down_timer_adverts=" + adverts,
          "garp_master_delay=" + seconds(interval.multipliedBy(2)),
          "rival_probe=" + seconds(interval.multipliedBy(3)),
          "takeover_probe=warn");
      if (scripted) {
        options.set("track_script=" + SCRIPT + (number % 2 == 0 ? ":-60" : ""));
      }
      if (unicast) {
        options.set("unicast_peer=" + peers(number, nodes, instance == 2 ? 8 : 9));
      }
    }
    if (scripted) {
      plan.script(SCRIPT).set("interval=" + seconds(interval.multipliedBy(2)), "rise=2", "fall=2");
    }
    if (grouped) {
      plan.group("G").set("members=" + members());
    }
    if (tracked) {
      flapping.plan(plan, instances, grouped);
    }
    plans.put(name, plan);
    Node node =
        lan.add(
            name,
            new LocalClock(random.nextLong(1L << 50), 1 + (random.nextDouble() - 0.5) * 0.02));
    node.kernelDelay(Duration.ofNanos(random.nextLong(interval.toNanos() / 4)));
    for (InterfaceName link : List.of(ETH0, ETH1)) {
      node.kernel().addLink(link);
      giveAddress(node, link);
    }
  }

  private static String peers(int number, int nodes, int subnet) {
    List<String> peers = new ArrayList<>();
    for (int other = 0; other < nodes; other++) {
      if (other != number) {
        peers.add("10.%d.0.%d".formatted(subnet, other + 1));
      }
    }
    return String.join(",", peers);
  }

  private String members() {
    List<String> members = new ArrayList<>();
    for (int instance = 1; instance <= instances; instance++) {
      members.add("VI_" + instance);
    }
    return String.join(",", members);
  }

  private static void giveAddress(Node node, InterfaceName link) {
    int number = node.name().charAt(0) - 'a' + 1;
    node.kernel()
        .addAddress(
            link, IpAddress.of("10.%d.0.%d".formatted(link.equals(ETH0) ? 9 : 8, number)), 24, 0);
  }

  /** So long anything may happen. */
  void storm(Duration length) {
    Duration most = interval.dividedBy(8);
    lan.medium()
        .quality(random.nextDouble() * 0.3, random.nextDouble() * 0.1, most.dividedBy(10), most);
    lan.nodes().forEach(this::start);
    long end = lan.now() + length.toNanos();
    while (lan.now() < end) {
      long pause = random.nextLong(interval.toNanos() * 4);
      lan.run(Duration.ofNanos(Math.min(pause, end - lan.now())));
      misfortune(anyNode());
    }
  }

  private Node anyNode() {
    List<Node> nodes = List.copyOf(lan.nodes());
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void start(Node node) {
    node.config(plans.get(node.name()).build());
    witness.forget(node);
    node.start();
    flapping.tell(node);
  }

  private void misfortune(Node node) {
    InterfaceName link = chance(0.5) ? ETH0 : ETH1;
    switch (random.nextInt(16)) {
      case 0 -> node.kill();
      case 1, 2 -> {
        if (!node.alive()) {
          start(node);
        }
      }
      case 3 -> {
        if (node.alive()) {
          node.stop();
        }
      }
      case 4 -> node.freeze();
      case 5 -> node.thaw();
      case 6 -> lan.medium().cut(node.name(), anyNode().name());
      case 7 -> lan.medium().heal();
      case 8 -> node.kernel().setLink(link, chance(0.5), chance(0.5));
      case 9 -> node.kernel().setLink(link, true, true);
      case 10 -> misbehave(node);
      case 11 -> reload(node);
      case 12 -> removeAddress(node, link);
      case 13, 14 -> flapping.flap(node);
      default -> node.kernel().resynchronize();
    }
  }

  private void misbehave(Node node) {
    node.behaves(
        SCRIPT,
        new Node.Behaviour(
            interval.dividedBy(10), new ScriptOutcome.Exited(chance(0.5) ? 0 : 1), chance(0.2)));
  }

  private void reload(Node node) {
    if (!node.alive()) {
      return;
    }
    NodePlan plan = plans.get(node.name());
    if (chance(0.7) && !plan.instance("VI_1").text("priority", "").equals("255")) {
      int priority = 1 + random.nextInt(254);
      for (int instance = 1; instance <= instances; instance++) {
        int ours = crossed && instance == 2 ? Math.max(1, 255 - priority) : priority;
        plan.instance("VI_" + instance).set("priority=" + ours);
      }
    }
    if (chance(0.3)) {
      plan.instance("VI_1").set("vips=10.7.1.1,10.7.1.%d".formatted(2 + random.nextInt(3)));
    }
    if (chance(0.2)) {
      plan.instance("VI_1").set("nopreempt=" + chance(0.5));
    }
    node.config(plan.build());
    node.reload();
  }

  /** Somebody takes a virtual address away, or the one advertisements come from for a moment. */
  private void removeAddress(Node node, InterfaceName link) {
    if (chance(0.5)) {
      node.kernel().removeAddress(ETH0, IpAddress.of("10.7.1.1"));
    } else {
      node.kernel()
          .removeAddress(
              link,
              IpAddress.of(
                  "10.%d.0.%d"
                      .formatted(link.equals(ETH0) ? 9 : 8, node.name().charAt(0) - 'a' + 1)));
      lan.run(interval);
      giveAddress(node, link);
    }
  }

  /** Everything works again; in time there is one Active router, and it stays. */
  void clearUp() {
    Duration delay = interval.dividedBy(8);
    lan.medium().quality(0, 0, delay.dividedBy(10), delay);
    lan.medium().heal();
    for (Node node : lan.nodes()) {
      node.behaves(
          SCRIPT, new Node.Behaviour(interval.dividedBy(10), new ScriptOutcome.Exited(0), false));
      for (InterfaceName link : List.of(ETH0, ETH1)) {
        node.kernel().setLink(link, true, true);
        giveAddress(node, link);
      }
      node.thaw();
      if (!node.alive()) {
        start(node);
      }
      flapping.heal(node);
    }
    if (scripted) {
      lan.run(interval.multipliedBy(2 * 4));
    }
    lan.run(bound());
    if (!oneActiveEach()) {
      // Somebody may be preempting right now.
      lan.run(delay.multipliedBy(2));
      requireOneActiveEach();
    }
    lan.run(longestInterval.multipliedBy(6));
    if (!oneActiveEach()) {
      lan.run(delay.multipliedBy(2));
      requireOneActiveEach();
    }
    requireAddresses();
  }

  /**
   * Active_Down_Interval of the slowest, with the drift of clocks and the way of a frame. Groups
   * with crossed priorities may drive each other out before one gives up.
   */
  private Duration bound() {
    Duration down = longestInterval.multipliedBy(most + 1);
    Duration once = down.plus(down.dividedBy(20)).plus(interval.dividedBy(4));
    return crossed ? once.multipliedBy(2L * lan.nodes().size()) : once;
  }

  private long active(String instance) {
    return lan.nodes().stream().filter(node -> role(node, instance) == Role.ACTIVE).count();
  }

  private static Role role(Node node, String instance) {
    return node.snapshot().instances().stream()
        .filter(known -> known.config().name().equals(instance))
        .map(RouterSnapshot.Instance::role)
        .findFirst()
        .orElseThrow();
  }

  private boolean oneActiveEach() {
    for (int instance = 1; instance <= instances; instance++) {
      if (active("VI_" + instance) != 1) {
        return false;
      }
    }
    return true;
  }

  private void requireOneActiveEach() {
    for (int instance = 1; instance <= instances; instance++) {
      if (active("VI_" + instance) != 1) {
        throw new AssertionError(
            "all is healed, yet VI_%d has %d Active routers"
                .formatted(instance, active("VI_" + instance)));
      }
    }
  }

  /** Whoever is Active has all its addresses, everybody else none. */
  private void requireAddresses() {
    lan.run(interval);
    if (lan.nodes().stream().anyMatch(node -> !node.kernel().idle())) {
      lan.run(interval.dividedBy(3));
    }
    for (Node node : lan.nodes()) {
      for (RouterSnapshot.Instance instance : node.snapshot().instances()) {
        long present = Witness.present(node, instance.config());
        long wanted = instance.role() == Role.ACTIVE ? instance.config().addresses().size() : 0;
        if (present != wanted) {
          throw new AssertionError(
              "%s is %s for %s and has %d of its addresses"
                  .formatted(node.name(), instance.role(), instance.config().name(), present));
        }
      }
    }
  }

  /** A storm of this many advertisement intervals. */
  Duration intervals(int count) {
    return interval.multipliedBy(count);
  }
}
