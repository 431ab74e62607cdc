package dev.vrrpd.demo;

/** Something that was seen, and when: nanoseconds since the demo's start. */
sealed interface Sighting {
  long at();

  /** An advertisement on the wire. */
  record Advert(long at, String router, int priority) implements Sighting {}

  /** One ping of the client: sent at {@code at}. */
  record Ping(long at, boolean answered) implements Sighting {}

  /** What we did to the routers. */
  record Deed(long at, String text) implements Sighting {}
}
