package dev.vrrpd.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real daemon, vrrpd or keepalived, in a router's namespace. */
final class RouterProcess {
  /** Which program a router runs. */
  enum Program {
    VRRPD,
    KEEPALIVED
  }

  private final DemoRouter router;
  private final Program program;
  private final Path configuration;
  private final List<String> log = new ArrayList<>();
  private Process process;

  RouterProcess(DemoRouter router, Program program) {
    this.router = router;
    this.program = program;
    this.configuration = Lan.file(router.name() + ".conf", router.configuration());
  }

  DemoRouter router() {
    return router;
  }

  Program program() {
    return program;
  }

  void start() {
    List<String> command =
        new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + router.name(), "--"));
    command.addAll(daemon());
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new DemoException("cannot start " + program + ": " + missing.getMessage());
    }
    Thread.ofVirtual().start(this::readLog);
  }

  private List<String> daemon() {
    String pids = "/run/" + router.name();
    return switch (program) {
      case VRRPD ->
          OwnProgram.with(
              "--config", configuration.toString(), "-p", pids + ".pid", "-r", pids + ".vrrp.pid");
      case KEEPALIVED ->
          List.of(
              "keepalived",
              "-nlG",
              "-f",
              configuration.toString(),
              "-p",
              pids + ".pid",
              "-r",
              pids + ".vrrp.pid");
    };
  }

  /** SIGKILL to the daemon and all its children, as when the power fails. */
  void crash() {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
  }

  /** SIGTERM, as {@code systemctl stop} does. */
  void stop() {
    process.destroy();
  }

  boolean running() {
    return process != null && process.isAlive();
  }

  /** Stops it and waits until it has gone. */
  void end() throws InterruptedException {
    if (running()) {
      stop();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        crash();
      }
    }
  }

  /** What it said so far. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  private void readLog() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        logged(line);
      }
    } catch (IOException gone) {
      logged("(its output ended: " + gone.getMessage() + ")");
    }
  }

  private synchronized void logged(String line) {
    log.add(line);
  }
}
