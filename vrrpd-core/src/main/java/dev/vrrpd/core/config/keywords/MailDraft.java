package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.MailConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Mail about changes of state, while it is read. */
final class MailDraft {
  final List<String> recipients = new ArrayList<>();
  Optional<String> sender = Optional.empty();
  Optional<MailConfig.Relay> relay = Optional.empty();
  Optional<String> helo = Optional.empty();
  Duration connectTimeout = MailConfig.CONNECT_TIMEOUT;
  Optional<Boolean> alert = Optional.empty();
  Optional<Boolean> alertVrrp = Optional.empty();
  boolean noFaults;

  MailConfig complete(FileDraft file) {
    return new MailConfig(
        recipients,
        sender,
        relay,
        helo,
        connectTimeout,
        !noFaults,
        told(file.instances),
        told(file.groups));
  }

  private Set<String> told(Map<String, ? extends Tracking> all) {
    boolean standard = alertVrrp.or(() -> alert).orElse(false);
    return all.entrySet().stream()
        .filter(each -> each.getValue().notifications.mailsOr(standard))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
