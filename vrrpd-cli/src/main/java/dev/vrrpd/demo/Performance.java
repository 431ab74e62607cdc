package dev.vrrpd.demo;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the story with everybody who takes part, and sends them all home. */
final class Performance {
  private final Recording recording = new Recording();
  private final RouterProcess first;
  private final RouterProcess second;
  private final Screen screen = new Screen(System.out, onTerminal());

  Performance(RouterProcess first, RouterProcess second) {
    this.first = first;
    this.second = second;
  }

  void run(boolean keep, Optional<Path> picture) throws Exception {
    List<RouterProcess> routers = List.of(first, second);
    Thread client = Thread.ofPlatform().daemon().start(new Client(recording));
    Thread view = Thread.ofPlatform().daemon().start(() -> refresh(routers));
    try (Wire _ = Wire.listen(recording, List.of(first.router(), second.router()))) {
      new Story(recording, screen, first, second).play();
      if (picture.isPresent()) {
        Files.writeString(picture.get(), TimelinePicture.draw(recording));
      }
      if (keep) {
        keepRunning();
      }
    } finally {
      view.interrupt();
      client.interrupt();
      view.join();
      screen.clearPanel();
      for (RouterProcess router : routers) {
        router.end();
      }
    }
  }

  private void refresh(List<RouterProcess> routers) {
    Panel panel = new Panel(recording, routers, screen);
    try {
      while (true) {
        screen.panel(panel.lines());
        Thread.sleep(100);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() throws InterruptedException {
    first.start();
    screen.say("");
    screen.say(screen.bold("Both routers go on. In another terminal, as the same user:"));
    for (RouterProcess process : List.of(first, second)) {
      screen.say(
          "  nsenter --target $(pgrep -of '%s.conf' | tail -n 1) --user --preserve-credentials --net"
              .formatted(process.router().name()));
    }
    screen.say("  ... then: ip address, ip link set eth0 down, ping " + Lan.VIRTUAL_ADDRESS);
    Thread.currentThread().join();
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
