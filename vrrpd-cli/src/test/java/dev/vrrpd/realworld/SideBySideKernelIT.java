package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same configurations for keepalived and for vrrpd leave the same in the kernel, but for what
 * is explained, and nothing once they have ended. With {@code -Dgolden=accept} it writes
 * docs/side-by-side-kernel.md.
 */
@InLab(programs = "nft")
class SideBySideKernelIT {
  private static final Path PAGE = Software.ROOT.resolve("docs/side-by-side-kernel.md");

  /** The addresses are there, and what goes with them. */
  private static final String ANNOUNCED = "Sending (gratuitous ARP|unsolicited Neighbour Adv)";

  private record Outcome(KernelCase of, KernelTraces reference, KernelTraces ours) {
    boolean same() {
      return ours.equals(reference);
    }
  }

  /** As many configurations at a time as there are threads: each waits more than it works. */
  private static final int AT_A_TIME = 4;

  @TempDir Path directory;

  @Test
  void theSameConfigurationsLeaveTheSameInTheKernelButForWhatIsExplained() throws IOException {
    List<Outcome> outcomes;
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<CompletableFuture<Outcome>> all =
          Stream.of(KernelCase.all())
              .map(each -> CompletableFuture.supplyAsync(() -> outcome(each), threads))
              .toList();
      outcomes = all.stream().map(CompletableFuture::join).toList();
    }
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page(outcomes));
    }
    for (Outcome outcome : outcomes) {
      if (outcome.of.difference().isEmpty()) {
        assertThat(outcome.ours.text()).as(outcome.of.title()).isEqualTo(outcome.reference.text());
      } else {
        assertThat(outcome.same()).as(outcome.of.title()).isFalse();
      }
    }
  }

  private Outcome outcome(KernelCase each) {
    try (Lab theirs = new Lab(Files.createTempDirectory(directory, "k"));
        Lab ours = new Lab(Files.createTempDirectory(directory, "v"))) {
      Node reference = node(theirs);
      Node subject = node(ours);
      KernelTraces before = KernelTraces.of(subject);
      Program keepalived = Software.KEEPALIVED.start(reference, each.configuration());
      Program vrrpd = Software.VRRPD.start(subject, each.configuration());
      keepalived.awaitLine(ANNOUNCED);
      vrrpd.awaitLine(ANNOUNCED);
      Outcome outcome =
          new Outcome(each, KernelTraces.settled(reference), KernelTraces.settled(subject));
      vrrpd.terminate();
      assertThat(KernelTraces.of(subject)).as("left of %s", each.title()).isEqualTo(before);
      return outcome;
    } catch (IOException noDirectory) {
      throw new UncheckedIOException(noDirectory);
    }
  }

  private static Node node(Lab lab) {
    return lab.node("a", "10.9.0.1/24", "fd09::1/64");
  }

  private static String page(List<Outcome> outcomes) {
    StringBuilder text =
        new StringBuilder(
            """
            # In the kernel: keepalived and vrrpd side by side

            What keepalived 2.2.7 and vrrpd have put into the kernel once they are MASTER, each in a network namespace of
            its own with the same interface, `eth0` with 10.9.0.1/24 and fd09::1/64. Interface numbers and link-local
            addresses of the machines' own are left out, and so are rules that are always there. Where only one text stands
            both are the same, word for word. When vrrpd has ended everything is as it was before; keepalived leaves the
            point-to-point address behind.

            Every instance has `interface eth0`, `virtual_router_id 51`, `version 3`, `priority 150`, `advert_int 0.1`.
            """);
    for (Outcome outcome : outcomes) {
      text.append("\n## ").append(outcome.of.title()).append("\n\n```\n");
      text.append(outcome.of.outside()).append(outcome.of.inside()).append("\n```\n");
      if (outcome.same()) {
        block(text, "Both:", outcome.ours);
      } else {
        outcome.of.difference().ifPresent(why -> text.append('\n').append(why).append('\n'));
        block(text, "keepalived:", outcome.reference);
        block(text, "vrrpd:", outcome.ours);
      }
    }
    return text.append("\nWritten by a test (`SideBySideKernelIT`) that fails when this changes.\n")
        .toString();
  }

  private static void block(StringBuilder text, String who, KernelTraces traces) {
    text.append('\n').append(who).append("\n\n```\n").append(traces.text()).append("```\n");
  }
}
