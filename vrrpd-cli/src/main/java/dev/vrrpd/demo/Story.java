package dev.vrrpd.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens in the demo, act by act. */
final class Story {
  private static final long PATIENCE = 15_000_000_000L;

  private final Recording recording;
  private final Screen screen;
  private final RouterProcess first;
  private final RouterProcess second;
  private final List<String> findings = new ArrayList<>();

  Story(Recording recording, Screen screen, RouterProcess first, RouterProcess second) {
    this.recording = recording;
    this.screen = screen;
    this.first = first;
    this.second = second;
  }

  /** Plays it all. */
  void play() throws InterruptedException {
    opening();
    crash();
    comeback();
    farewell();
    act("That is it. Measured:");
    findings.forEach(screen::say);
  }

  private void opening() throws InterruptedException {
    act(
        "Two routers start on a common configuration; they elect one to hold "
            + Lan.VIRTUAL_ADDRESS);
    for (String line : first.router().configuration().stripIndent().lines().toList()) {
      screen.say("    " + screen.colour(90, line));
    }
    long from = deed("both start");
    first.start();
    second.start();
    awaitAdvert(from, first);
    awaitPing(recording.now());
    explain("%s has the higher priority: it is Active.".formatted(first.router().name()));
    watch(3);
  }

  private void crash() throws InterruptedException {
    act("Power failure: %s is killed and its cable is dead".formatted(first.router().name()));
    long from = deed("power failure");
    Lan.plug(first.router(), false);
    first.crash();
    report("crash", from, awaitAdvert(from, second), Outage.activeDown(second.router()));
    watch(2);
  }

  private void comeback() throws InterruptedException {
    act(
        "%s comes back and, with the higher priority, takes over again"
            .formatted(first.router().name()));
    long from = deed("comes back");
    Lan.plug(first.router(), true);
    first.start();
    awaitAdvert(from, first);
    explain("It waited until it knew its place; the client noticed nothing or next to nothing.");
    watch(2);
  }

  private void farewell() throws InterruptedException {
    act(
        "Maintenance: %s is stopped and says goodbye (priority 0)"
            .formatted(first.router().name()));
    long from = deed("orderly stop");
    first.stop();
    report("orderly stop", from, awaitAdvert(from, second), Outage.skew(second.router()));
    watch(2);
  }

  private void report(String what, long from, Sighting.Advert takeover, Duration limit)
      throws InterruptedException {
    awaitPing(takeover.at());
    Outage outage = Outage.measure(recording, from, takeover, limit);
    String client =
        outage.client().map(gap -> "%.2f s".formatted(seconds(gap))).orElse("nothing lost");
    String finding =
        "  %-13s wire %.4f s, RFC 9568 allows %.4f s (excess %.1f ms); client outage %s"
            .formatted(
                what,
                seconds(outage.wire()),
                seconds(outage.limit()),
                seconds(outage.wire().minus(outage.limit())) * 1e3,
                client);
    findings.add(finding);
    screen.say(screen.bold(finding));
  }

  private Sighting.Advert awaitAdvert(long from, RouterProcess router) throws InterruptedException {
    return recording
        .await(
            from,
            PATIENCE,
            Sighting.Advert.class,
            advert -> advert.router().equals(router.router().name()) && advert.priority() > 0)
        .orElseThrow(() ->
            new DemoException(
                "%s did not become Active. Its log:\n%s"
                    .formatted(router.router().name(), String.join("\n", router.log()))));
  }

  private void awaitPing(long from) throws InterruptedException {
    if (recording.await(from, PATIENCE, Sighting.Ping.class, Sighting.Ping::answered).isEmpty()) {
      throw new DemoException("the client gets no answer from " + Lan.VIRTUAL_ADDRESS);
    }
  }

  private long deed(String text) {
    long now = recording.now();
    recording.add(new Sighting.Deed(now, text));
    return now;
  }

  private void act(String title) {
    screen.say("");
    screen.say(screen.bold("%5.1f s  %s".formatted(recording.now() / 1e9, title)));
  }

  private void explain(String text) {
    screen.say("         " + text);
  }

  /** Lets the audience watch. */
  private static void watch(int seconds) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(seconds));
  }

  private static double seconds(Duration length) {
    return length.toNanos() / 1e9;
  }
}
