package dev.vrrpd.daemon;

import dev.vrrpd.dbus.Wishes;
import dev.vrrpd.netlink.libc.Libc;
import java.util.function.Consumer;

/** Wishes from the bus come in by the doors that are there: the signals of keepalived(8). */
final class WishesAsSignals implements Wishes {
  private static final int SIGHUP = 1;
  private static final int SIGUSR1 = 10;
  private static final int SIGUSR2 = 12;

  private final Consumer<String> announcing;

  /**
   * @param announcing has the addresses of an instance announced
   */
  WishesAsSignals(Consumer<String> announcing) {
    this.announcing = announcing;
  }

  @Override
  public void printData() {
    raise(SIGUSR1);
  }

  @Override
  public void printStats() {
    raise(SIGUSR2);
  }

  @Override
  public void printStatsClear() {
    raise(Doors.STATS_CLEAR);
  }

  @Override
  public void reload() {
    raise(SIGHUP);
  }

  @Override
  public void announce(String instance) {
    announcing.accept(instance);
  }

  private static void raise(int signal) {
    int _ = Libc.kill(Libc.getpid(), signal);
  }
}
