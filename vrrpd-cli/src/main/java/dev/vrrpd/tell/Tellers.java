package dev.vrrpd.tell;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.surface.HostName;
import java.time.Instant;

/** Whoever is told over the network. Confined to the loop, never waits on it but in the end. */
public final class Tellers {
  private final Mails mails;
  private final Webhook webhook;

  public Tellers(Deliveries deliveries) {
    mails = new Mails(deliveries);
    webhook = Webhook.counted(deliveries);
  }

  /** Before the router hears of a configuration. */
  public void use(GlobalConfig config) {
    String routerId = config.routerId().orElseGet(HostName::whole);
    mails.use(config.doors().mail(), routerId);
    webhook.use(config.doors().webhook(), routerId);
  }

  public void notify(Output.Notify notice) {
    Instant at = Instant.now();
    mails.notify(notice, at);
    webhook.notify(notice, at);
  }

  /** Gives what is under way a moment. */
  public void close() {
    mails.close();
    webhook.close();
  }
}
