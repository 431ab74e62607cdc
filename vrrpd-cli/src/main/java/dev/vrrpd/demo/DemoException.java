package dev.vrrpd.demo;

/** The demo cannot go on; the message is for its user. */
final class DemoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }
}
