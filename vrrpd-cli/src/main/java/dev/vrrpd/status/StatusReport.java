package dev.vrrpd.status;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer to one question, for the terminal and for scripts.
 *
 * @param text what to print; where {@link Verdict#told()} is false, a complaint
 */
public record StatusReport(Verdict verdict, String text) {
  /** Older than this, nothing is sure. */
  private static final double UNSURE_SECONDS = 3;

  /** What a script wants to know. */
  public enum Verdict {
    /** All as configured; or Active, where that was the question. */
    YES(true),
    NO(true),
    NO_DAEMON(false),
    NO_PERMISSION(false),
    /** There is no such instance, or this program cannot read the answer. */
    WRONG_QUESTION(false);

    private final boolean told;

    Verdict(boolean told) {
      this.told = told;
    }

    /** The daemon has answered. */
    public boolean told() {
      return told;
    }
  }

  /** What is asked for. */
  public enum View {
    TEXT,
    JSON,
    /** Is it Active? One word for each instance. */
    ACTIVE
  }

  /**
   * Asks at a socket and waits for the answer.
   *
   * @param instances none: all of them
   */
  public static StatusReport at(Path socket, View view, List<String> instances) {
    return switch (Answer.at(socket)) {
      case Answer.Told(String document) -> read(document, view, instances, ZoneId.systemDefault());
      case Answer.Nobody() -> new StatusReport(Verdict.NO_DAEMON, "no daemon answers at " + socket);
      case Answer.Forbidden() ->
          new StatusReport(
              Verdict.NO_PERMISSION,
              "no permission for %s: ask as root, or give status_socket in global_defs a mode"
                  .formatted(socket));
      case Answer.Silence() ->
          new StatusReport(
              Verdict.NO,
              "the daemon at %s does not answer: it is stopped, or stuck".formatted(socket));
    };
  }

  /** Reads a document of any daemon. */
  static StatusReport read(String document, View view, List<String> instances, ZoneId zone) {
    Fields status;
    try {
      status = Fields.read(document);
    } catch (IllegalArgumentException _) {
      return new StatusReport(Verdict.WRONG_QUESTION, "what answers there is no vrrpd");
    }
    if (status.whole("format") != StatusDocument.FORMAT) {
      return new StatusReport(
          Verdict.WRONG_QUESTION,
          "%s (pid %d) is of another version: ask with its own vrrpd status, or by --json"
              .formatted(status.text("program"), status.whole("pid")));
    }
    List<Fields> all = status.objects("instances");
    Optional<String> unknown =
        instances.stream().filter(name -> named(all, name).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return new StatusReport(Verdict.WRONG_QUESTION, unknown(unknown.get(), all));
    }
    List<Fields> chosen =
        instances.isEmpty()
            ? all
            : instances.stream().flatMap(name -> named(all, name).stream()).toList();
    return switch (view) {
      case JSON -> new StatusReport(verdict(status.is("well")), document);
      case ACTIVE -> active(status, chosen);
      case TEXT -> instances.isEmpty() ? overview(status, zone) : pages(status, chosen, zone);
    };
  }

  private static StatusReport overview(Fields status, ZoneId zone) {
    return new StatusReport(verdict(status.is("well")), Overview.of(status, zone));
  }

  private static StatusReport pages(Fields status, List<Fields> chosen, ZoneId zone) {
    return new StatusReport(
        verdict(isFresh(status) && chosen.stream().allMatch(each -> each.is("well"))),
        chosen.stream().map(each -> InstancePage.of(each, zone)).collect(Collectors.joining("\n")));
  }

  private static StatusReport active(Fields status, List<Fields> chosen) {
    boolean all =
        !chosen.isEmpty()
            && chosen.stream().allMatch(instance -> instance.text("state").equals("MASTER"));
    return new StatusReport(
        verdict(all && isFresh(status)),
        chosen.stream().map(each -> each.text("state") + "\n").collect(Collectors.joining()));
  }

  private static boolean isFresh(Fields status) {
    return status.number("seconds_old") < UNSURE_SECONDS;
  }

  private static Verdict verdict(boolean yes) {
    return yes ? Verdict.YES : Verdict.NO;
  }

  private static Optional<Fields> named(List<Fields> instances, String name) {
    return instances.stream().filter(instance -> instance.text("name").equals(name)).findFirst();
  }

  private static String unknown(String name, List<Fields> instances) {
    return "there is no instance %s; there are: %s"
        .formatted(
            name,
            instances.stream().map(each -> each.text("name")).collect(Collectors.joining(", ")));
  }
}
