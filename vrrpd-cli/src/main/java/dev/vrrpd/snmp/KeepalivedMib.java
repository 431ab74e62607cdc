package dev.vrrpd.snmp;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.surface.KeepalivedNames;
import dev.vrrpd.surface.dump.CommandText;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * KEEPALIVED-MIB without mail, routes, rules and the load balancer. Rows are numbered in the order
 * of the configuration.
 */
final class KeepalivedMib {
  static final Oid ROOT = Oid.of("1.3.6.1.4.1.9586.100.5");
  private static final Oid GLOBAL = ROOT.plus(1);
  private static final Oid VRRP = ROOT.plus(2);

  private final Sight sight;
  private final NavigableMap<Oid, Value> variables;

  KeepalivedMib(Sight sight, NavigableMap<Oid, Value> variables) {
    this.sight = sight;
    this.variables = variables;
  }

  void fill() {
    global();
    for (int i = 0; i < sight.router().instances().size(); i++) {
      instance(i + 1, sight.router().instances().get(i));
    }
    for (int i = 0; i < sight.config().syncGroups().size(); i++) {
      group(i + 1, sight.config().syncGroups().get(i));
    }
    for (int i = 0; i < sight.router().scripts().size(); i++) {
      script(i + 1, sight.router().scripts().get(i));
    }
  }

  private Table table(int number) {
    return new Table(variables, VRRP.plus(number, 1));
  }

  private void global() {
    var doors = sight.config().global().doors();
    new Table(variables, GLOBAL)
        .row(0)
        .put(1, sight.version())
        .put(2, sight.routerId())
        .put(4, doors.agents().traps())
        .put(5, 1) // netlink
        .put(8, doors.process().namespace().orElse(""))
        .put(9, doors.agents().busName().isPresent())
        .put(10, sight.config().global().dynamicInterfaces());
  }

  private void instance(int number, RouterSnapshot.Instance instance) {
    InstanceConfig config = instance.config();
    VirtualRouterParameters parameters = config.parameters();
    NotifyConfig notify = config.notifications();
    Table.Row row = table(3).row(number);
    row.put(2, config.name())
        .gauge(3, parameters.vrid().value())
        .put(4, KeepalivedNames.number(instance.role()))
        .put(5, parameters.startsAsActive() ? 2 : 1)
        .put(6, KeepalivedNames.number(KeepalivedNames.wanted(instance.role())))
        .put(7, parameters.priority().value())
        .put(8, instance.effectivePriority().value())
        .put(9, instance.role() == Role.ACTIVE && instance.refusedAddresses().isEmpty())
        .put(10, config.home().value())
        .put(11, config.trackPrimary())
        .gauge(12, interval(parameters))
        .put(13, parameters.preemptMode())
        .gauge(14, parameters.preemptDelay().toSeconds())
        .put(15, parameters.authentication().type())
        .put(16, false)
        .gauge(19, config.announcements().delay().toSeconds())
        .put(20, false)
        .put(21, notify.commands().findAny().isPresent())
        .put(27, parameters.acceptMode())
        .put(28, false)
        .put(29, false)
        .put(30, parameters.version().number())
        .put(33, notify.deleted().isPresent());
    sight.config().syncGroups().stream()
        .filter(group -> group.members().contains(config.name()))
        .forEach(group -> row.put(18, group.name()));
    put(row, 22, notify.master());
    put(row, 23, notify.backup());
    put(row, 24, notify.fault());
    put(row, 25, notify.stop());
    put(row, 26, notify.any());
    put(row, 31, notify.masterRxLowerPriority());
    put(row, 32, notify.deleted());
    if (config.transport() instanceof Transport.Multicast(var address, var _)) {
      row.put(34, parameters.family() == Family.IPV4 ? 1 : 2)
          .put(35, new Value.Octets(address.octets()));
    }
    tracked(number, config.tracked(), 4, 5, 12, 17, 20);
    new AddressTable(sight, table(6)).fill(number, instance);
  }

  /** Hundredths of a second, whole seconds in version 2. */
  private static int interval(VirtualRouterParameters parameters) {
    int hundredths = parameters.advertisementInterval().value();
    return parameters.version() == Version.V2 ? hundredths / 100 : hundredths;
  }

  private static void put(Table.Row row, int column, Optional<Command> command) {
    command.ifPresent(present -> row.put(column, CommandText.of(present)));
  }

  private void tracked(
      int number,
      TrackedObjects tracked,
      int links,
      int scripts,
      int files,
      int bfd,
      int processes) {
    for (int i = 0; i < tracked.links().size(); i++) {
      Tracked link = tracked.links().get(i);
      table(links)
          .row(number, i + 1)
          .put(1, link.name())
          .put(2, link.weight())
          .put(3, link.reverse());
    }
    tracked(scripts, number, tracked.scripts());
    tracked(files, number, tracked.files());
    tracked(bfd, number, tracked.sessions());
    tracked(processes, number, tracked.processes());
  }

  private void tracked(int table, int number, List<Tracked> all) {
    for (int i = 0; i < all.size(); i++) {
      table(table)
          .row(number, i + 1)
          .put(2, all.get(i).name())
          .put(3, all.get(i).weight())
          .put(4, all.get(i).reverse());
    }
  }

  private void group(int number, SyncGroupConfig group) {
    NotifyConfig notify = group.notifications();
    Table.Row row = table(1).row(number);
    row.put(2, group.name())
        .put(4, false)
        .put(5, notify.commands().findAny().isPresent())
        .put(10, group.keepsWeights());
    sight.router().groups().stream()
        .filter(known -> known.name().equals(group.name()))
        .forEach(known -> row.put(3, KeepalivedNames.number(known.role())));
    put(row, 6, notify.master());
    put(row, 7, notify.backup());
    put(row, 8, notify.fault());
    put(row, 9, notify.any());
    put(row, 11, notify.stop());
    for (int i = 0; i < group.members().size(); i++) {
      table(2).row(number, i + 1).put(2, group.members().get(i));
    }
    tracked(number, group.tracked(), 14, 15, 16, 19, 22);
  }

  private void script(int number, RouterSnapshot.Script script) {
    ScriptConfig config = script.config();
    table(9)
        .row(number)
        .put(2, config.name())
        .put(3, CommandText.of(config.command()))
        .put(4, (int) config.interval().toSeconds())
        .put(5, config.weight())
        .put(6, result(script))
        .gauge(7, config.rise())
        .gauge(8, config.fall())
        .put(9, config.reverse());
  }

  /** init, bad or good. */
  private static int result(RouterSnapshot.Script script) {
    if (!script.known()) {
      return 1;
    }
    return script.up() ? 3 : 2;
  }
}
