package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.router.RouterSnapshot.Group;
import dev.vrrpd.surface.KeepalivedNames;

/**
 * {@code keepalived.data}: what every instance, group and script is at this moment. keepalived's
 * lines in its order, those that can be said truthfully; sockets and interfaces have none.
 */
public final class DataDump {
  private DataDump() {}

  public static String of(Portrait portrait) {
    Lines lines = new Lines();
    global(lines, portrait.global());
    lines.heading("VRRP Topology");
    portrait.router().instances().forEach(i -> new InstanceText(lines, portrait, i).write());
    if (!portrait.router().groups().isEmpty()) {
      lines.heading("VRRP Sync groups");
      portrait.router().groups().forEach(group -> group(lines, group));
    }
    if (!portrait.router().scripts().isEmpty()) {
      lines.heading("VRRP Scripts");
      portrait
          .router()
          .scripts()
          .forEach(script -> ScriptText.write(lines, portrait.router(), script));
    }
    new TrackedText(lines, portrait.router()).write();
    return lines.toString();
  }

  /** {@code keepalived_parent.data}: of the process that keepalived has beside the VRRP one. */
  public static String ofParent(Portrait portrait) {
    Lines lines = new Lines();
    global(lines, portrait.global());
    return lines.toString();
  }

  private static void global(Lines lines, GlobalConfig global) {
    lines.heading("Global definitions");
    global.routerId().ifPresent(id -> lines.top("Router ID = " + id));
    lines.top("Dynamic interfaces = " + global.dynamicInterfaces());
    lines.top("VRRP don't swap = " + global.noSwap());
    lines.top("Script security " + (global.scriptSecurity() ? "enabled" : "disabled"));
  }

  private static void group(Lines lines, Group group) {
    lines.top(
        "VRRP Sync Group = %s, %s"
            .formatted(group.name(), KeepalivedNames.of(KeepalivedNames.shown(group.role()))));
    lines.item("VRRP member instances :");
    group.members().forEach(lines::entry);
  }
}
