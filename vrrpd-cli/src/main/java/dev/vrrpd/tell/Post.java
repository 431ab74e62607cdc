package dev.vrrpd.tell;

import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.surface.HostName;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * Hands mail to a relay; RFC 5321. Waits for it: connecting, and each answer, for as long as {@code
 * smtp_connect_timeout} says. The one place that knows the mail library.
 */
final class Post {
  private final MailConfig config;

  /** {@code config} has to be complete. */
  Post(MailConfig config) {
    this.config = config;
  }

  /**
   * @param at when what it tells has happened
   */
  void send(MailText text, Instant at) throws MessagingException {
    Session session = Session.getInstance(properties());
    Address[] recipients = recipients();
    MimeMessage message = new MimeMessage(session);
    message.setSentDate(Date.from(at));
    message.setFrom(new InternetAddress(sender()));
    message.setRecipients(Message.RecipientType.TO, recipients);
    message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    message.setHeader("X-Mailer", "vrrpd");
    message.setText(text.body(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    try (Transport relay = session.getTransport("smtp")) {
      relay.connect();
      relay.sendMessage(message, recipients);
    }
  }

  private Properties properties() throws AddressException {
    MailConfig.Relay relay = config.relay().orElseThrow();
    String patience = Long.toString(config.connectTimeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.host", relay.host());
    properties.put("mail.smtp.port", Integer.toString(relay.port()));
    properties.put("mail.smtp.localhost", config.helo().orElseGet(HostName::whole));
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.from", new InternetAddress(sender()).getAddress());
    return properties;
  }

  private String sender() {
    return config
        .sender()
        .orElseGet(() -> System.getProperty("user.name") + "@" + HostName.whole());
  }

  private Address[] recipients() throws AddressException {
    List<Address> addresses = new ArrayList<>();
    for (String each : config.recipients()) {
      addresses.addAll(List.of(InternetAddress.parse(each)));
    }
    return addresses.toArray(Address[]::new);
  }
}
