package dev.vrrpd.status;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All of a status on one screen: a line for each instance, then what is not well. */
final class Overview {
  private static final List<String> HEADER =
      List.of(
          "INSTANCE", "INTERFACE", "VRID", "FAMILY", "STATE", "FOR", "PRIORITY", "MASTER", "VIP");

  private Overview() {}

  static String of(Fields status, ZoneId zone) {
    List<String> lines = new ArrayList<>(status.texts("faults"));
    table(status.objects("instances"), lines);
    status.objects("instances").stream()
        .filter(instance -> !instance.texts("faults").isEmpty())
        .forEach(instance ->
            lines.add(instance.text("name") + ": " + String.join("; ", instance.texts("faults"))));
    status.objects("trackers").stream()
        .filter(tracker -> tracker.text("state").matches("down|absent"))
        .forEach(tracker -> lines.add(tracker(tracker)));
    lines.add(daemon(status, zone));
    return String.join("\n", lines) + "\n";
  }

  private static void table(List<Fields> instances, List<String> lines) {
    if (instances.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    instances.forEach(instance -> rows.add(row(instance)));
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    rows.forEach(row -> lines.add(aligned(row, widths)));
  }

  private static String aligned(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static List<String> row(Fields instance) {
    return List.of(
        instance.text("name"),
        instance.text("interface"),
        Long.toString(instance.whole("vrid")),
        Phrases.family(instance),
        instance.text("state"),
        Phrases.age(instance.number("seconds_in_state")),
        Phrases.priority(instance),
        instance.text("state").equals("MASTER")
            ? "this router"
            : Phrases.master(instance).orElse("nobody heard"),
        addresses(instance));
  }

  /** The first, and how many more; of those that are missing, the first missing. */
  private static String addresses(Fields instance) {
    List<Fields> all = new ArrayList<>(instance.objects("vips"));
    all.addAll(instance.objects("evips"));
    if (all.isEmpty()) {
      return "none";
    }
    Fields shown = all.stream().filter(vip -> !vip.is("set")).findFirst().orElse(all.getFirst());
    String more = all.size() == 1 ? "" : " +" + (all.size() - 1);
    return shown.text("address") + more + " " + Phrases.place(shown, instance);
  }

  private static String tracker(Fields tracker) {
    String users = String.join(", ", tracker.texts("instances"));
    return "%s %s is %s%s"
        .formatted(
            tracker.text("kind"),
            tracker.text("name"),
            tracker.text("state"),
            users.isEmpty() ? "" : " (" + users + ")");
  }

  private static String daemon(Fields status, ZoneId zone) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "%s on %s, pid %d, %s"
            .formatted(
                status.text("program"),
                status.text("host"),
                status.whole("pid"),
                status.text("config")));
    if (status.has("worst_lateness")) {
      facts.add(
          String.format(
              Locale.ROOT, "at most %.1f ms late", status.number("worst_lateness") * 1000));
      facts.add(
          "configured "
              + Phrases.time(status.text("last_reload"), zone)
              + (status.is("last_reload_refused") ? ", a reload since then REFUSED" : ""));
    }
    if (status.has("drained")) {
      facts.add(status.is("drained") ? "DRAINED" : "not drained");
    }
    return String.join("; ", facts);
  }
}
