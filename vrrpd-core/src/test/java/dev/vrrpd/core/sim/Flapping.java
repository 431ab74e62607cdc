package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A file, a process and a BFD session on every node that say now this, now that. */
final class Flapping {
  private static final List<String> LISTS =
      List.of(
          "track_file=f",
          "track_file=f:1",
          "track_process=p",
          "track_process=p:30",
          "track_bfd=s",
          "track_bfd=s:-40");

  private record Said(int number, int count, boolean up) {
    static final Said GOOD = new Said(0, 1, true);
  }

  private final SplittableRandom random;
  private final Map<String, Said> said = new HashMap<>();

  Flapping(SplittableRandom random) {
    this.random = random;
  }

  /** What a node tracks, by which of its instances or its group. */
  void plan(NodePlan plan, int instances, boolean grouped) {
    plan.trackers().file("f");
    plan.trackers().process("p").set("terminate_delay=0.01");
    plan.trackers().session("s");
    String forAll = LISTS.get(random.nextInt(LISTS.size()));
    for (int instance = 1; instance <= instances; instance++) {
      // In a group unequal weights would cross the priorities.
      String own = LISTS.get(random.nextInt(LISTS.size()));
      plan.instance("VI_" + instance).set(grouped ? forAll : own);
    }
    if (grouped) {
      plan.group("G")
          .set(
              LISTS.get(random.nextInt(LISTS.size())),
              "sync_group_tracking_weight=" + random.nextBoolean());
    }
  }

  void flap(Node node) {
    said.put(
        node.name(), new Said(random.nextInt(-300, 300), random.nextInt(3), random.nextInt(3) > 0));
    tell(node);
  }

  void heal(Node node) {
    said.put(node.name(), Said.GOOD);
    tell(node);
  }

  /** As whoever watches them does: after a start, and when something has changed. */
  void tell(Node node) {
    Said now = said.getOrDefault(node.name(), Said.GOOD);
    node.input(new Input.FileRead("f", now.number()));
    node.input(new Input.ProcessesCounted("p", now.count()));
    node.input(new Input.SessionTold("s", now.up()));
  }
}
