package dev.vrrpd.netlink.lab;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network namespace of a test's own, {@code vt-PID-N}, removed with all that is in it at the end.
 * Needs root and ip(8).
 */
public final class Namespace implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;

  private Namespace(String name) {
    this.name = name;
  }

  /** Skips the test where there can be none. */
  public static Namespace create() {
    Lab.require(Libc.getuid() == 0, "root");
    Namespace namespace =
        new Namespace("vt-%d-%d".formatted(Libc.getpid(), COUNT.incrementAndGet()));
    Lab.require(namespace.tryRun("ip", "netns", "add", namespace.name), "network namespaces");
    return namespace;
  }

  public String name() {
    return name;
  }

  /** {@code ip -n NAME WORDS}, the words split at blanks. */
  public String ip(String words) {
    List<String> command = new ArrayList<>(List.of("ip", "-n", name));
    command.addAll(List.of(words.split(" ")));
    return run(command, "");
  }

  /** {@code ip -n NAME -batch -} with these lines. */
  public void ipBatch(String lines) {
    String _ = run(List.of("ip", "-n", name, "-batch", "-"), lines);
  }

  /** Runs a command inside, the words split at blanks: its output. */
  public String exec(String words) {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name));
    command.addAll(List.of(words.split(" ")));
    return run(command, "");
  }

  /** Moves the loop's thread in, for all descriptors that it opens from now on. */
  public void enter(EventLoop loop) {
    CompletableFuture<Void> entered = CompletableFuture.runAsync(this::enter, loop::execute);
    entered.join();
  }

  private void enter() {
    int fd = Libc.check("open", Libc.open("/run/netns/" + name), name);
    try {
      int _ = Libc.check("setns", Libc.setns(fd, Libc.CLONE_NEWNET), name);
    } finally {
      Libc.close(fd);
    }
  }

  private boolean tryRun(String... command) {
    try {
      String _ = run(List.of(command), "");
      return true;
    } catch (AssertionError failed) {
      return false;
    }
  }

  private static String run(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var stdin = process.outputWriter()) {
        stdin.write(input);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new AssertionError("%s: exit %d: %s".formatted(command, status, output));
      }
      return output;
    } catch (IOException | InterruptedException impossible) {
      throw new AssertionError(command.toString(), impossible);
    }
  }

  @Override
  public void close() {
    String _ = run(List.of("ip", "netns", "del", name), "");
  }
}
