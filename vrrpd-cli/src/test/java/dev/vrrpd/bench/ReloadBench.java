package dev.vrrpd.bench;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a reload costs those whom it does not concern: 500 instances advertise every 100 ms, the
 * priority of one changes, and the gaps between the advertisements of the other 499 are measured on
 * the wire, vrrpd beside keepalived in one run.
 */
@InLab
class ReloadBench {
  private static final int ON_EACH_LAN = 250;
  private static final int CHANGED = 7;
  private static final int OLD_PRIORITY = 200;
  private static final int NEW_PRIORITY = 201;
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final int ADVERTS_BEFORE = 50;
  private static final int ADVERTS_AFTER = 30;

  @Test
  void reload() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Software software : Software.values()) {
      String row = row(software);
      System.out.print(row);
      rows.append(row);
    }
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/reload.md"), page(rows));
  }

  private static String row(Software software) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Network second = lab.network();
      Node node = lab.node("a", "10.9.0.1/24").plug(second, "eth1", "10.8.0.1/24");
      List<Capture> captures = List.of(lab.capture(), second.capture());
      Program daemon =
          software.startWith(
              node, List.of("-n", "-l", "-G", "-f", software.configure(node, text(OLD_PRIORITY))));
      awaitAll(captures);
      awaitAdverts(captures, ADVERTS_BEFORE);
      Gaps before = gaps(captures);
      software.configure(node, text(NEW_PRIORITY));
      int mark = captures.getFirst().mark();
      daemon.signal("HUP");
      captures
          .getFirst()
          .awaitAdvert(mark, a -> a.vrid() == CHANGED && a.priority() == NEW_PRIORITY);
      awaitAdverts(captures, ADVERTS_AFTER);
      captures.forEach(Capture::close);
      Gaps after = gaps(captures);
      return "| %s | %.1f | %.1f | %d |%n"
          .formatted(software, millis(before.largest()), millis(after.largest()), after.missed());
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static void awaitAll(List<Capture> captures) {
    for (Capture capture : captures) {
      for (int router = 1; router <= ON_EACH_LAN; router++) {
        int vrid = router;
        capture.awaitAdvert(0, advert -> advert.vrid() == vrid);
      }
    }
  }

  private static void awaitAdverts(List<Capture> captures, int count) {
    for (int i = 0; i < count; i++) {
      for (Capture capture : captures) {
        capture.awaitAdvert(capture.mark(), advert -> advert.vrid() == CHANGED);
      }
    }
  }

  /**
   * Of all instances but the changed one.
   *
   * @param missed advertisements that the gaps have room for
   */
  private record Gaps(Duration largest, long missed) {}

  /** The largest gaps in the last seconds of what was heard. */
  private static Gaps gaps(List<Capture> captures) {
    Duration largest = Duration.ZERO;
    long missed = 0;
    for (Capture capture : captures) {
      var byRouter = capture.adverts().collect(Collectors.groupingBy(Frame.Advert::vrid));
      byRouter.remove(CHANGED);
      for (List<Frame.Advert> adverts : byRouter.values()) {
        for (Duration gap : between(adverts)) {
          largest = gap.compareTo(largest) > 0 ? gap : largest;
          missed += gap.plus(INTERVAL.dividedBy(2)).dividedBy(INTERVAL) - 1;
        }
      }
    }
    return new Gaps(largest, missed);
  }

  private static List<Duration> between(List<Frame.Advert> adverts) {
    List<Duration> gaps = new ArrayList<>();
    int from = Math.max(1, adverts.size() - ADVERTS_BEFORE);
    for (int i = from; i < adverts.size(); i++) {
      gaps.add(Duration.between(adverts.get(i - 1).at(), adverts.get(i).at()));
    }
    return gaps;
  }

  private static double millis(Duration length) {
    return length.toNanos() / 1e6;
  }

  private static String text(int priority) {
    return IntStream.range(0, 2)
        .boxed()
        .flatMap(lan ->
            IntStream.rangeClosed(1, ON_EACH_LAN)
                .mapToObj(vrid -> instance(lan, vrid, vrid == CHANGED ? priority : OLD_PRIORITY)))
        .collect(Collectors.joining());
  }

  private static String instance(int lan, int vrid, int priority) {
    return """
    vrrp_instance V_%1$d_%2$d {
      interface eth%1$d
      virtual_router_id %2$d
      version 3
      priority %3$d
      advert_int 0.1
      virtual_ipaddress {
        10.%4$d.1.%2$d/24
      }
    }
    """
        .formatted(lan, vrid, priority, 9 - lan);
  }

  private static String page(CharSequence rows) {
    return """
    # A reload, beside keepalived

    %d instances advertise every 100 ms on two interfaces; the priority of VRID %d changes on both and the daemon gets
    SIGHUP. Gaps between the advertisements of the other instances on the wire, in milliseconds, over 5 s before the
    reload and over 5 s around it; missed are advertisements for which a gap has room. keepalived 2.2.7 and vrrpd one
    after the other, on two cores.

    | daemon | largest gap at rest | largest gap with the reload | advertisements missed |
    |---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench reload` (as root).
    """
        .formatted(2 * ON_EACH_LAN, CHANGED, rows, LocalDate.now(ZoneOffset.UTC));
  }
}
