package dev.vrrpd.tell;

import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.surface.KeepalivedNames;
import java.util.Optional;

/** Mail about one event, in keepalived's words: operators' filters rely on them. */
record MailText(String subject, String body) {

  /**
   * Empty for what no mail is sent about.
   *
   * @param routerId {@code router_id}, or what stands for it
   */
  static Optional<MailText> of(Output.Notify notice, MailConfig config, String routerId) {
    return wanted(notice, config) ? Optional.of(text(notice, routerId)) : Optional.empty();
  }

  private static boolean wanted(Output.Notify notice, MailConfig config) {
    boolean alerts =
        switch (notice.subject()) {
          case INSTANCE -> config.instances().contains(notice.name());
          case GROUP -> config.groups().contains(notice.name());
        };
    return alerts
        && switch (notice.notice()) {
          case ACTIVE, BACKUP -> true;
          case FAULT -> config.faults();
          case STOPPED, DELETED, REMOVED, RIVAL_HEARD -> false;
        };
  }

  private static MailText text(Output.Notify notice, String routerId) {
    String state = KeepalivedNames.of(notice.notice());
    String what =
        switch (notice.subject()) {
          case INSTANCE -> "VRRP Instance ";
          case GROUP -> "VRRP Group ";
        };
    return new MailText(
        "[%s] %s%s - Entering %s state".formatted(routerId, what, notice.name(), state),
        "=> %s <=%n".formatted(sentence(notice, state)));
  }

  private static String sentence(Output.Notify notice, String state) {
    if (notice.subject() == Subject.GROUP) {
      return "All VRRP group instances are now in " + state + " state";
    }
    return notice.notice() == Output.Notice.ACTIVE
        ? "VRRP Instance is now owning VRRP VIPs"
        : "VRRP Instance is no longer owning VRRP VIPs";
  }
}
