package dev.vrrpd.tell;

import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes everything: in a test, or as a program that prints what it got. */
public final class Relay implements AutoCloseable {
  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
  private final SMTPServer server;

  /** A mail as it arrived; {@code to} is the last of its recipients. */
  record Mail(String helo, String from, String to, MimeMessage message) {
    String header(String name) throws MessagingException {
      return String.join(",", message.getHeader(name));
    }

    String body() throws MessagingException, IOException {
      return message.getContent().toString();
    }

    /** {@code HELO FROM TO SUBJECT BODY} on one line. */
    String line() throws MessagingException, IOException {
      return "%s %s %s %s %s".formatted(helo, from, to, message.getSubject(), body().strip());
    }
  }

  /**
   * @param port 0 for any
   */
  Relay(int port) {
    server =
        SMTPServer.port(port)
            .hostName("relay.example.com")
            .messageHandler((context, from, to, data) ->
                mails.add(mail(context.getHelo().orElse(""), from, to, data)))
            .build();
    server.start();
  }

  private static Mail mail(String helo, String from, String to, byte[] data) {
    try {
      Session session = Session.getInstance(new Properties());
      return new Mail(helo, from, to, new MimeMessage(session, new ByteArrayInputStream(data)));
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** On port 2525 of a node; it listens when this returns. */
  public static Program start(Node node) {
    Program relay =
        node.start(
            "relay",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Relay.class.getName(),
            "2525");
    relay.awaitLine("^listening");
    return relay;
  }

  int port() {
    return server.getPortAllocated();
  }

  Mail await() throws InterruptedException {
    Mail mail = mails.poll(30, TimeUnit.SECONDS);
    if (mail == null) {
      throw new AssertionError("no mail came");
    }
    return mail;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Serves on the port named, until it is killed. */
  public static void main(String[] arguments)
      throws InterruptedException, MessagingException, IOException {
    try (Relay relay = new Relay(Integer.parseInt(arguments[0]))) {
      System.out.println("listening");
      while (true) {
        System.out.println(relay.mails.take().line());
      }
    }
  }
}
