package dev.vrrpd.lab;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A datagram socket that is a file: it listens only while it waits for something. */
public final class Ear implements AutoCloseable {
  private static final int LOOK_EVERY_MILLIS = 10;
  private static final int LARGEST = 4_096;

  private final int socket;
  private final List<String> heard = new ArrayList<>();

  /**
   * @param path on this host; a node's programs know the same file by another name
   */
  public Ear(String path) {
    socket =
        Libc.check("socket", Libc.socket(Libc.AF_UNIX, Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK, 0));
    byte[] octets = path.getBytes(StandardCharsets.UTF_8);
    NativeMemory address = NativeMemory.allocate(2 + octets.length);
    address.octets().putShort(0, (short) Libc.AF_UNIX).put(2, octets);
    Libc.check("bind", Libc.bind(socket, address), path);
  }

  /** Waits for a line like this, said since the last one that was waited for. */
  public String await(String what, Predicate<String> wanted) {
    long deadline = System.nanoTime() + Program.PATIENCE.toNanos();
    while (heard.stream().noneMatch(wanted)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never heard '%s' but %s".formatted(what, heard));
      }
      listen();
    }
    String line = heard.stream().filter(wanted).findFirst().orElseThrow();
    heard.subList(0, heard.indexOf(line) + 1).clear();
    return line;
  }

  private void listen() {
    NativeMemory memory = NativeMemory.allocate(LARGEST);
    int length = Libc.read(socket, memory);
    if (length <= 0) {
      pause();
      return;
    }
    byte[] octets = new byte[length];
    memory.octets().get(0, octets);
    heard.addAll(new String(octets, StandardCharsets.UTF_8).lines().toList());
  }

  /** The socket does not block: a program that says nothing must not hold the test for ever. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Libc.close(socket);
  }
}
