package dev.vrrpd.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running program of a node, with everything it printed. */
public final class Program {
  /**
   * What waiting costs at most before a test fails; far above anything VRRP does with the intervals
   * used here.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A line the program printed and when it was read. */
  public record Line(Instant at, String text) {}

  private final String name;
  private final Process door;
  private final ProcessHandle self;
  private final Journal<Line> log = new Journal<>();

  /**
   * @param enter how to come into the node: a command prefix whose process has the program as its
   *     one child
   */
  Program(String name, List<String> enter, List<String> command) {
    this.name = name;
    var whole = new ArrayList<>(enter);
    // The empty line says that the child is there; after it the child becomes the program.
    whole.addAll(List.of("setsid", "sh", "-c", "echo && exec \"$0\" \"$@\""));
    whole.addAll(command);
    var builder = new ProcessBuilder(whole).redirectErrorStream(true);
    var there = new CountDownLatch(1);
    try {
      door = builder.start();
      door.getOutputStream().close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofPlatform().daemon().name(name + "-output").start(() -> read(there));
    Waiting.on(there, name);
    self = door.children().findFirst().orElseThrow(this::endedAtOnce);
  }

  private AssertionError endedAtOnce() {
    return new AssertionError(
        "%s ended at once with %d; it printed:%n%s".formatted(name, awaitExit(), transcript()));
  }

  private void read(CountDownLatch there) {
    try (BufferedReader output = door.inputReader()) {
      String first = output.readLine();
      if (!"".equals(first)) {
        log.add(new Line(Instant.now(), "" + first));
      }
      there.countDown();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.add(new Line(Instant.now(), line));
      }
    } catch (IOException streamClosed) {
      log.add(new Line(Instant.now(), "(output closed: " + streamClosed.getMessage() + ")"));
    } finally {
      there.countDown();
      log.close();
    }
  }

  public String name() {
    return name;
  }

  /** Process id of the program itself, as this host numbers it. */
  public long pid() {
    return self.pid();
  }

  /** The process ids of the program and of all that it has started and is still there. */
  public List<Long> pids() {
    return Stream.concat(Stream.of(self), self.descendants()).map(ProcessHandle::pid).toList();
  }

  public boolean alive() {
    return door.isAlive();
  }

  /** How many lines there are: where to start waiting for what comes next. */
  public int mark() {
    return log.size();
  }

  public List<String> lines() {
    return log.entries().stream().map(Line::text).toList();
  }

  /** What it printed, each line with its moment. */
  public List<Line> entries() {
    return log.entries();
  }

  public Line awaitLine(String regex) {
    return awaitLine(0, regex);
  }

  /** The first line at or after a mark in which the regular expression is found. */
  public Line awaitLine(int mark, String regex) {
    Pattern wanted = Pattern.compile(regex);
    return log.await(mark, line -> wanted.matcher(line.text()).find(), PATIENCE)
        .orElseThrow(() ->
            new AssertionError(
                "%s never printed /%s/ after line %d; it printed:%n%s"
                    .formatted(name, regex, mark, transcript())));
  }

  /** Whether a line comes at or after a mark while the patience lasts. */
  boolean awaitMore(int mark, Duration patience) {
    return log.await(mark, _ -> true, patience).isPresent();
  }

  public int awaitExit() {
    try {
      if (door.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return door.exitValue();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError(name + " does not end; it printed:\n" + transcript());
  }

  /** Asks it to end by SIGTERM and waits until it has. */
  public int terminate() {
    signal("TERM");
    return awaitExit();
  }

  /** SIGKILL for the program and its children at once: nobody is left to say farewell. */
  public void crash() {
    var all = new ArrayList<>(List.of("-KILL"));
    pids().forEach(pid -> all.add("" + pid));
    kill(all);
    awaitExit();
  }

  public void signal(String signal) {
    kill(List.of("-" + signal, "" + self.pid()));
  }

  /** Stops it in its tracks, with its children: alive, but deaf and dumb. */
  public void freeze() {
    signalTree("STOP");
  }

  public void thaw() {
    signalTree("CONT");
    kill(List.of("-CONT", "" + door.pid())); // nsenter stops with its child
  }

  /** Nothing of it is left, on this side of the namespace neither. */
  void end() {
    door.destroyForcibly();
  }

  private void signalTree(String signal) {
    var all = new ArrayList<>(List.of("-" + signal));
    pids().forEach(pid -> all.add("" + pid));
    kill(all);
  }

  private static void kill(List<String> arguments) {
    var command = new ArrayList<>(List.of("kill"));
    command.addAll(arguments);
    Command.run(command);
  }

  String transcript() {
    return String.join("\n", lines().stream().map(line -> "  " + line).toList());
  }
}
