package dev.vrrpd.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** A client that pings the virtual address every ten milliseconds and writes down what it sees. */
final class Client implements Runnable {
  /** Milliseconds from ping to ping, and the patience for each answer: also the measure's grain. */
  static final int STEP = 10;

  private final Recording recording;

  Client(Recording recording) {
    this.recording = recording;
  }

  @Override
  public void run() {
    try {
      InetAddress virtual = InetAddress.getByName(Lan.VIRTUAL_ADDRESS);
      while (!Thread.currentThread().isInterrupted()) {
        long sent = recording.now();
        // With the privilege to open a raw socket, which the demo has, this is an ICMP echo.
        boolean answered = virtual.isReachable(STEP);
        recording.add(new Sighting.Ping(sent, answered));
        long spent = recording.now() - sent;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, STEP * 1_000_000L - spent));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (IOException refused) {
      throw new DemoException("the client cannot ping: " + refused.getMessage());
    }
  }
}
