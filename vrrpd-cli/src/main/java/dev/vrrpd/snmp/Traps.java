package dev.vrrpd.snmp;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.AgentsConfig.Mib;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traps that one notice is worth, each a list of variables; {@code enable_traps}. */
final class Traps {
  private static final Oid TRAP = Oid.of("1.3.6.1.6.3.1.1.4.1.0");

  private Traps() {}

  static List<List<Variable>> of(Output.Notify notice, Sight sight) {
    AgentsConfig agents = sight.config().global().doors().agents();
    List<List<Variable>> traps = new ArrayList<>();
    if (!agents.traps() || notice.notice() == Notice.RIVAL_HEARD) {
      return traps;
    }
    if (agents.mibs().contains(Mib.KEEPALIVED)) {
      traps.add(stateChange(notice, sight));
    }
    if (notice.subject() == Subject.INSTANCE && notice.notice() == Notice.ACTIVE) {
      Optional<Instance> instance =
          sight.router().instances().stream()
              .filter(known -> known.config().name().equals(notice.name()))
              .findFirst();
      instance
          .filter(Rfc2787Mib::shows)
          .filter(_ -> agents.mibs().contains(Mib.RFC_2787))
          .ifPresent(active -> traps.add(newMasterV2(active, sight)));
      instance
          .filter(_ -> agents.mibs().contains(Mib.RFC_6527))
          .ifPresent(active -> traps.add(newMasterV3(active, sight)));
    }
    return traps;
  }

  private static List<Variable> stateChange(Output.Notify notice, Sight sight) {
    boolean group = notice.subject() == Subject.GROUP;
    Oid entry = KeepalivedMib.ROOT.plus(2, group ? 1 : 3, 1);
    List<Variable> variables = new ArrayList<>();
    variables.add(trap(KeepalivedMib.ROOT.plus(2, 10, 0, group ? 1 : 2)));
    variables.add(new Variable(entry.plus(2), Value.text(notice.name())));
    variables.add(new Variable(entry.plus(group ? 3 : 4), new Value.Int(number(notice.notice()))));
    if (!group) {
      variables.add(new Variable(entry.plus(5), new Value.Int(initial(notice, sight))));
    }
    variables.add(new Variable(KeepalivedMib.ROOT.plus(1, 2, 0), Value.text(sight.routerId())));
    return variables;
  }

  private static int initial(Output.Notify notice, Sight sight) {
    return sight.config().instances().stream()
            .anyMatch(i -> i.name().equals(notice.name()) && i.parameters().startsAsActive())
        ? 2
        : 1;
  }

  /** VrrpState of KEEPALIVED-MIB. */
  private static int number(Notice notice) {
    return switch (notice) {
      case BACKUP -> 1;
      case ACTIVE -> 2;
      case FAULT -> 3;
      case RIVAL_HEARD -> 4;
      case STOPPED -> 5;
      case DELETED, REMOVED -> 6;
    };
  }

  private static List<Variable> newMasterV2(Instance active, Sight sight) {
    return List.of(
        trap(Rfc2787Mib.ROOT.plus(0, 1)),
        new Variable(
            Rfc2787Mib.OPERATIONS.plus(7).plus(sight.place(active.config())),
            Rfc2787Mib.address(active.primaryAddress())));
  }

  private static List<Variable> newMasterV3(Instance active, Sight sight) {
    int[] index = Rfc6527Mib.index(sight, active).arcs();
    return List.of(
        trap(Rfc6527Mib.ROOT.plus(0, 1)),
        new Variable(
            Rfc6527Mib.OPERATIONS.plus(3).plus(index),
            new Value.Octets(
                active.primaryAddress().map(address -> address.octets()).orElse(new byte[0]))),
        new Variable(
            Rfc6527Mib.STATISTICS.plus(2).plus(index),
            new Value.Int(Rfc6527Mib.becomingActive(active))));
  }

  private static Variable trap(Oid kind) {
    return new Variable(TRAP, new Value.Name(kind));
  }
}
