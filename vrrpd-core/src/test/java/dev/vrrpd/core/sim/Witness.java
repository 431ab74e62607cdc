package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Advertisement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after every single event, whatever the weather; throws where it does not. */
final class Witness {
  private final Map<String, Role> roles = new HashMap<>();

  void happened(Node.Turn turn) {
    if (turn.input() instanceof Input.Tick) {
      require(
          turn.local().isBefore(turn.node().nextDeadline()),
          turn,
          "after a tick the next deadline lies ahead");
    }
    boolean answered = turn.input() instanceof Input.KernelTold(KernelEvent.Completed _);
    if (steady(turn) && !answered) {
      return;
    }
    order(turn);
    rolesEntered(turn);
    RouterSnapshot snapshot = turn.node().snapshot();
    groupsAreOfOneMind(turn, snapshot);
    addressesFollowTheRole(turn, snapshot);
  }

  /** The process is gone and forgets. */
  void forget(Node node) {
    roles.keySet().removeIf(key -> key.startsWith(node.name() + " "));
  }

  private static boolean steady(Node.Turn turn) {
    for (Output output : turn.outputs()) {
      if (!(output instanceof Output.Transmit || output instanceof Output.RunScript)) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, Node.Turn turn, String what) {
    if (!holds) {
      throw new AssertionError(
          "%s, broken at %s by %s -> %s"
              .formatted(what, turn.node().name(), turn.input(), turn.outputs()));
    }
  }

  /** Advertise before taking the addresses, take before telling, and let go before notifying. */
  private static void order(Node.Turn turn) {
    Set<String> advertised = new HashSet<>();
    Set<String> added = new HashSet<>();
    Set<String> became = new HashSet<>();
    for (Output output : turn.outputs()) {
      switch (output) {
        case Output.Transmit(String instance, Advertisement _, long _) -> advertised.add(instance);
        case Output.Tell(Note.RoleEntered entered) when entered.to() == Role.ACTIVE -> {
          require(advertised.contains(entered.instance()), turn, "the advert comes first");
          became.add(entered.instance());
        }
        case Output.AskKernel(KernelRequest.AddAddresses(String who, var _, var _)) ->
            added.add(who);
        case Output.AskKernel(KernelRequest.Announce(String who, var _, var _, int _))
            when became.contains(who) ->
            require(added.contains(who), turn, "addresses are there before they are announced");
        case Output.Notify(var _, String name, Output.Notice notice, var _)
            when notice == Output.Notice.ACTIVE && added.contains(name) ->
            throw new AssertionError("notified before the kernel has answered: " + turn);
        case Output.AskKernel _,
            Output.RunScript _,
            Output.Recover _,
            Output.KillScript _,
            Output.Notify _,
            Output.Tell _ -> {}
      }
    }
  }

  private void rolesEntered(Node.Turn turn) {
    for (Output output : turn.outputs()) {
      if (output instanceof Output.Tell(Note.RoleEntered entered)) {
        String key = turn.node().name() + " " + entered.instance();
        Role before = roles.getOrDefault(key, Role.INITIALIZE);
        boolean anew = entered.from() == Role.INITIALIZE && before == Role.STOPPED;
        require(anew || entered.from() == before, turn, "a role is left where it was entered");
        require(entered.from() != entered.to(), turn, "a role is entered from another one");
        if (entered.from() == Role.ACTIVE && entered.to() == Role.BACKUP) {
          yieldedByRule(turn, entered.instance());
        }
        roles.put(key, entered.to());
      }
    }
  }

  /** Out of Active into Backup only for a better claim, or with the sync group, or by a reload. */
  private static void yieldedByRule(Node.Turn turn, String instance) {
    boolean owner =
        turn.node().config().instances().stream()
            .filter(config -> config.name().equals(instance))
            .anyMatch(config -> config.parameters().owner());
    switch (turn.input()) {
      case Input.Heard heard -> {
        int theirs = heard.datagram().payload()[2] & 0xff;
        require(
            !owner || theirs == Priority.OWNER.value(),
            turn,
            "an owner yields to nobody but another owner");
      }
      case Input.Reconfigure _ -> {}
      default -> require(false, turn, "nobody yields unasked");
    }
  }

  private static void groupsAreOfOneMind(Node.Turn turn, RouterSnapshot snapshot) {
    for (RouterSnapshot.Group group : snapshot.groups()) {
      List<Role> active =
          snapshot.instances().stream()
              .filter(instance -> group.members().contains(instance.config().name()))
              .map(RouterSnapshot.Instance::role)
              .map(role -> role == Role.ACTIVE ? role : Role.BACKUP)
              .distinct()
              .toList();
      require(active.size() <= 1, turn, "a sync group is of one mind after every turn");
    }
  }

  /** Once the kernel has answered: confirmed means there, and not Active means not there. */
  private static void addressesFollowTheRole(Node.Turn turn, RouterSnapshot snapshot) {
    Node node = turn.node();
    boolean answered =
        turn.input() instanceof Input.KernelTold(KernelEvent.Completed _) && node.kernel().idle();
    for (RouterSnapshot.Instance instance : snapshot.instances()) {
      if (answered && instance.role() != Role.ACTIVE) {
        require(
            present(node, instance.config()) == 0,
            turn,
            "who is not Active has no virtual address");
      }
      require(
          !instance.addressesInstalled() || instance.role() == Role.ACTIVE,
          turn,
          "addresses are confirmed only while Active");
    }
  }

  static long present(Node node, InstanceConfig config) {
    return config.addresses().stream()
        .map(VirtualAddress::address)
        .filter(address -> node.kernel().has(config.link(), address))
        .count();
  }
}
