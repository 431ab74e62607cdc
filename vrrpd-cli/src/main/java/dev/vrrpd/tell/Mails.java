package dev.vrrpd.tell;

import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Way;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail about changes of state; {@code smtp_alert}. Confined to the loop, never waits on it. */
final class Mails {
  private static final Logger log = LoggerFactory.getLogger(Mails.class);

  private final Errands errands;
  private MailConfig config = MailConfig.NONE;
  private String routerId = "";

  Mails(Deliveries deliveries) {
    errands = new Errands(Way.MAIL, "mail", deliveries);
  }

  void use(MailConfig fresh, String newRouterId) {
    config = fresh;
    routerId = newRouterId;
  }

  void notify(Output.Notify notice, Instant at) {
    Optional<MailText> text =
        config.complete() ? MailText.of(notice, config, routerId) : Optional.empty();
    if (text.isPresent()) {
      MailConfig relay = config;
      errands.add(
          "'" + text.get().subject() + "'",
          () -> {
            new Post(relay).send(text.get(), at);
            log.info("SMTP alert successfully sent.");
          });
    }
  }

  void close() {
    errands.close();
  }
}
