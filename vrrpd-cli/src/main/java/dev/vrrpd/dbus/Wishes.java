package dev.vrrpd.dbus;

/** What somebody on the bus may ask of the daemon; from any thread, never waits. */
public interface Wishes {
  void printData();

  void printStats();

  void printStatsClear();

  void reload();

  /** To have the addresses of an instance announced once more. */
  void announce(String instance);
}
