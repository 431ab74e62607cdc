package dev.vrrpd.lab;

/** What a service manager hears by sd_notify(3). */
public final class ServiceManager implements AutoCloseable {
  private final Ear ear;

  /**
   * @param path on this host; a node's programs know the same file by another name
   */
  public ServiceManager(String path) {
    ear = new Ear(path);
  }

  /** Waits until this has been said since the last time it was waited for. */
  public void await(String words) {
    ear.await(words, words::equals);
  }

  @Override
  public void close() {
    ear.close();
  }
}
