package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mail about changes of state: to whom, by which relay, and of whose changes; {@code
 * notification_email}, {@code smtp_server}, {@code smtp_alert}.
 *
 * @param recipients each as written, with or without a display name
 * @param sender empty: the user and the host that the daemon runs as
 * @param helo {@code smtp_helo_name}; empty: the host name
 * @param faults false for {@code no_email_faults}
 * @param instances whose changes are told
 * @param groups whose changes are told
 */
public record MailConfig(
    List<String> recipients,
    Optional<String> sender,
    Optional<Relay> relay,
    Optional<String> helo,
    Duration connectTimeout,
    boolean faults,
    Set<String> instances,
    Set<String> groups) {
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

  /** Nothing configured. */
  public static final MailConfig NONE =
      new MailConfig(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CONNECT_TIMEOUT,
          true,
          Set.of(),
          Set.of());

  public MailConfig {
    recipients = List.copyOf(recipients);
    instances = Set.copyOf(instances);
    groups = Set.copyOf(groups);
  }

  /** {@code smtp_server}: a name or an address. */
  public record Relay(String host, int port) {}

  /** There is somebody to write to, and somebody who takes it there. */
  public boolean complete() {
    return relay.isPresent() && !recipients.isEmpty();
  }
}
