package dev.vrrpd.service;

import dev.vrrpd.netlink.local.LocalDatagramSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The service manager that started us and wants to be told: sd_notify(3). Without one all of this
 * does nothing. Never waits: what the manager does not take at once is sent again at the next
 * {@link #pulse}. Confined to one thread.
 */
public final class Supervisor implements AutoCloseable {
  private final Optional<LocalDatagramSocket> socket;
  private final Optional<Duration> watchdog;
  private String status = "";
  private String unsent = "";

  private Supervisor(Optional<LocalDatagramSocket> socket, Optional<Duration> watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /**
   * The one that the environment names: {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code
   * WATCHDOG_PID}.
   */
  public static Supervisor from(Map<String, String> environment, long pid) {
    return new Supervisor(
        Optional.ofNullable(environment.get("NOTIFY_SOCKET")).map(LocalDatagramSocket::new),
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(_ -> environment.getOrDefault("WATCHDOG_PID", "" + pid).equals("" + pid))
            .filter(text -> text.matches("[1-9][0-9]{0,15}"))
            .map(text -> Duration.ofNanos(Long.parseLong(text) * 1000)));
  }

  /** How often {@link #pulse} has to come so that the watchdog stays quiet. */
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /** The configuration is in force. */
  public void ready() {
    tell("READY=1");
  }

  /**
   * A reload begins; {@link #ready} ends it, whatever came of it.
   *
   * @param monotonicNanos the time of clock_gettime(2)'s CLOCK_MONOTONIC
   */
  public void reloading(long monotonicNanos) {
    tell("RELOADING=1\nMONOTONIC_USEC=" + monotonicNanos / 1000);
  }

  public void stopping() {
    tell("STOPPING=1");
  }

  /** One line in words for {@code systemctl status}; told only when it changes, to who listens. */
  public void status(Supplier<String> line) {
    if (socket.isEmpty()) {
      return;
    }
    String words = line.get();
    if (!words.equals(status)) {
      status = words;
      tell("STATUS=" + words);
    }
  }

  /** The thread that calls this is alive. */
  public void pulse() {
    if (watchdog.isPresent() || !unsent.isEmpty()) {
      tell("WATCHDOG=1");
    }
  }

  private void tell(String text) {
    if (socket.isEmpty()) {
      return;
    }
    String all = unsent.isEmpty() ? text : unsent + "\n" + text;
    unsent = socket.get().send(all.getBytes(StandardCharsets.UTF_8)) == 0 ? "" : withoutPulse(all);
  }

  private static String withoutPulse(String text) {
    return text.replace("\nWATCHDOG=1", "").replace("WATCHDOG=1", "");
  }

  @Override
  public void close() {
    socket.ifPresent(LocalDatagramSocket::close);
  }
}
