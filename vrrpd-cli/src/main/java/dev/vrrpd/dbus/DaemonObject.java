package dev.vrrpd.dbus;

/** The daemon as an object on the bus. */
final class DaemonObject implements VrrpInterface {
  private final String path;
  private final Wishes wishes;

  DaemonObject(String path, Wishes wishes) {
    this.path = path;
    this.wishes = wishes;
  }

  @Override
  public void printData() {
    wishes.printData();
  }

  @Override
  public void printStats() {
    wishes.printStats();
  }

  @Override
  public void printStatsClear() {
    wishes.printStatsClear();
  }

  @Override
  public void reloadConfig() {
    wishes.reload();
  }

  @Override
  public String getObjectPath() {
    return path;
  }
}
