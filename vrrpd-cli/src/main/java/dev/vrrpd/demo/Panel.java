package dev.vrrpd.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The live view: who is Active, where the address is, what the wire and the client see. */
final class Panel {
  private static final long SECOND = 1_000_000_000L;
  private static final int STRIP = 60;

  private final Recording recording;
  private final List<RouterProcess> routers;
  private final Screen screen;

  Panel(Recording recording, List<RouterProcess> routers, Screen screen) {
    this.recording = recording;
    this.routers = routers;
    this.screen = screen;
  }

  List<String> lines() throws InterruptedException {
    long now = recording.now();
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (RouterProcess process : routers) {
      lines.add(routerLine(process, now));
    }
    lines.add(clientLine(now));
    lines.add("  %5.1f s   Ctrl-C ends it; nothing is left behind".formatted(now / 1e9));
    return lines;
  }

  private String routerLine(RouterProcess process, long now) throws InterruptedException {
    DemoRouter router = process.router();
    long adverts =
        recording.all(Sighting.Advert.class).stream()
            .filter(advert -> advert.router().equals(router.name()))
            .count();
    Optional<Sighting.Advert> last =
        recording.lastBefore(
            now, Sighting.Advert.class, advert -> advert.router().equals(router.name()));
    boolean active =
        last.isPresent() && last.get().priority() > 0 && now - last.get().at() < 2 * SECOND;
    String role = process.running() ? active ? "Active" : "Backup" : "down";
    String coloured =
        screen.colour(active ? 32 : process.running() ? 36 : 31, "%-6s".formatted(role));
    return "  %s  %s  priority %3d  %s  adverts sent %3d  %s"
        .formatted(
            screen.bold(router.name()),
            coloured,
            router.priority(),
            router.address(),
            adverts,
            Lan.holdsVirtualAddress(router) ? screen.colour(32, "has " + Lan.VIRTUAL_ADDRESS) : "");
  }

  /** The client's last pings, one mark for 50 ms: answered or not. */
  private String clientLine(long now) {
    List<Sighting.Ping> pings = recording.all(Sighting.Ping.class);
    long lost = pings.stream().filter(ping -> !ping.answered()).count();
    StringBuilder strip = new StringBuilder();
    long bucket = 50_000_000L;
    for (int i = STRIP; i > 0; i--) {
      long from = now - i * bucket;
      List<Sighting.Ping> within =
          pings.stream().filter(p -> p.at() >= from && p.at() < from + bucket).toList();
      strip.append(
          within.isEmpty() ? ' ' : within.stream().allMatch(Sighting.Ping::answered) ? '▇' : '_');
    }
    return "  %s    pings %s  %s  lost %d of %d"
        .formatted(screen.bold("client"), Lan.VIRTUAL_ADDRESS, strip, lost, pings.size());
  }
}
