package dev.vrrpd.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import dev.vrrpd.surface.dump.Portraits;
import dev.vrrpd.tell.Relay.Mail;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a mail server. */
class MailsTest {
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  private final Relay relay = new Relay(0);
  private final Deliveries deliveries = new Deliveries();
  private final Mails mails = new Mails(deliveries);

  @AfterEach
  void close() {
    relay.close();
  }

  @Test
  void mailHasKeepalivedsHeadersAndWords() throws Exception {
    use("notification_email_from vrrp@example.com\nsmtp_alert", relay.port());
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    Mail mail = relay.await();
    assertThat(mail.from()).isEqualTo("vrrp@example.com");
    assertThat(mail.to()).isEqualTo("ops@example.com");
    assertThat(mail.header("Date")).startsWith("Sat, 21 Nov 2026");
    assertThat(mail.message().getSentDate()).isEqualTo(AT);
    assertThat(mail.header("From")).isEqualTo("vrrp@example.com");
    assertThat(mail.header("Subject"))
        .isEqualTo("[lb01] VRRP Instance VI_1 - Entering MASTER state");
    assertThat(mail.header("To")).isEqualTo("admin@example.com, Ops Team <ops@example.com>");
    assertThat(mail.body())
        .isEqualToNormalizingNewlines("=> VRRP Instance is now owning VRRP VIPs <=\n");
  }

  @Test
  void eachStateHasItsOwnSentence() throws Exception {
    use("smtp_alert", relay.port());
    tell(Subject.GROUP, "VG_1", Notice.FAULT);
    tell(Subject.INSTANCE, "VI_1", Notice.BACKUP);
    assertThat(nextMail())
        .endsWith(
            "[lb01] VRRP Group VG_1 - Entering FAULT state => All VRRP group instances are now in FAULT state <=");
    assertThat(nextMail())
        .endsWith(
            "[lb01] VRRP Instance VI_1 - Entering BACKUP state => VRRP Instance is no longer owning VRRP VIPs <=");
  }

  @Test
  void onlyThoseWhoAlertAreToldOfAndNoFaultsIfSoAsked() throws Exception {
    use("smtp_alert_vrrp no\nsmtp_alert\nno_email_faults", relay.port());
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    tell(Subject.GROUP, "VG_1", Notice.FAULT);
    tell(Subject.GROUP, "VG_1", Notice.STOPPED);
    tell(Subject.GROUP, "VG_1", Notice.BACKUP);
    assertThat(nextMail()).contains("VRRP Group VG_1 - Entering BACKUP state");
  }

  @Test
  void withoutASenderItComesFromTheUserOfThisHost() throws Exception {
    use("smtp_alert", relay.port());
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
    assertThat(relay.await().from()).startsWith(System.getProperty("user.name") + "@");
  }

  @Test
  void aServerThatAcceptsAndSaysNothingBlocksNobodyAndLossesAreCounted() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      use("smtp_alert", silent.getLocalPort());
      for (int i = 0; i < 4200; i++) {
        tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE);
      }
    }
    assertThat(deliveries.counts().of(Way.MAIL, Fate.LOST)).isBetween(103L, 104L);
  }

  private String nextMail() throws Exception {
    return relay.await().line();
  }

  private void use(String globals, int port) {
    MailConfig config =
        Portraits.config(
                """
                global_defs {
                  notification_email {
                    admin@example.com
                    "Ops Team <ops@example.com>"
                  }
                  smtp_server 127.0.0.1 %d
                  smtp_helo_name lb01.example.com
                  %s
                }
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 1
                  virtual_ipaddress {
                    10.0.0.1
                  }
                }
                vrrp_sync_group VG_1 {
                  group {
                    VI_1
                  }
                  smtp_alert
                }
                """
                    .formatted(port, globals))
            .global()
            .doors()
            .mail();
    mails.use(config, "lb01");
  }

  private void tell(Subject subject, String name, Notice notice) {
    mails.notify(new Output.Notify(subject, name, notice, new Priority(100)), AT);
  }
}
