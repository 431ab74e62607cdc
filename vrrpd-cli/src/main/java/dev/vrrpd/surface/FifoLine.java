package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Priority;
import java.util.List;
import java.util.stream.Stream;

/** Lines of the notify FIFO: {@code INSTANCE "VI_1" MASTER 100}, {@code GROUP "VG_1" FAULT 0}. */
public final class FifoLine {
  private FifoLine() {}

  public static String of(Output.Notify notice) {
    return line(
        notice.subject(),
        notice.name(),
        KeepalivedNames.of(notice.notice()),
        notice.effectivePriority());
  }

  /** {@code role} is what the instance is while its priority changes. */
  public static String priorityChange(String instance, Role role, Priority priority) {
    return line(Subject.INSTANCE, instance, KeepalivedNames.of(role) + "_PRIORITY", priority);
  }

  /** Where everybody stands, groups first; keepalived leaves the instances that are MASTER out. */
  public static List<String> states(RouterSnapshot router) {
    return Stream.concat(
            router.groups().stream()
                .filter(group -> isTold(group.role()))
                .map(group ->
                    line(
                        Subject.GROUP,
                        group.name(),
                        KeepalivedNames.of(group.role()),
                        Priority.RESIGN)),
            router.instances().stream()
                .filter(instance -> isTold(instance.role()))
                .map(instance ->
                    line(
                        Subject.INSTANCE,
                        instance.config().name(),
                        KeepalivedNames.of(instance.role()),
                        instance.effectivePriority())))
        .toList();
  }

  private static boolean isTold(Role role) {
    return role != Role.INITIALIZE;
  }

  private static String line(Subject subject, String name, String what, Priority priority) {
    String number = subject == Subject.GROUP ? "0" : priority.toString();
    return "%s \"%s\" %s %s\n".formatted(KeepalivedNames.of(subject), name, what, number);
  }
}
