package dev.vrrpd.status;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything there is to say of one instance. */
final class InstancePage {
  private final Fields instance;
  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  private InstancePage(Fields instance, ZoneId zone) {
    this.instance = instance;
    this.zone = zone;
  }

  static String of(Fields instance, ZoneId zone) {
    return new InstancePage(instance, zone).text();
  }

  private String text() {
    lines.add(
        "%s is %s since %s (%s)"
            .formatted(
                instance.text("name"),
                instance.text("state"),
                Phrases.time(instance.text("since"), zone),
                Phrases.age(instance.number("seconds_in_state"))));
    instance.texts("faults").forEach(fault -> line("fault", fault));
    line("router", router());
    line("priority", instance.text("arithmetic"));
    Phrases.master(instance).ifPresent(master -> line("master", master));
    instance.objects("vips").forEach(vip -> line("address", address(vip)));
    instance.objects("evips").forEach(vip -> line("not advertised", address(vip)));
    line("timers", timers());
    instance.objects("tracks").forEach(track -> line("tracks", track(track)));
    instance.objects("heard").forEach(sender -> line("heard", heard(sender)));
    instance.objects("discarded").forEach(discard -> line("discarded", discarded(discard)));
    instance.object("counters").ifPresent(this::counters);
    return String.join("\n", lines) + "\n";
  }

  private void line(String name, String text) {
    lines.add("  %-14s  %s".formatted(name, text));
  }

  private String router() {
    String own = instance.text("address");
    String group = instance.text("sync_group");
    return "VRID %d of %s on %s, version %d%s%s"
        .formatted(
            instance.whole("vrid"),
            Phrases.family(instance),
            instance.text("interface"),
            instance.whole("version"),
            own.isEmpty() ? "" : ", from " + own,
            group.isEmpty() ? "" : ", in sync group " + group);
  }

  private String address(Fields vip) {
    return "%s on %s: %s"
        .formatted(vip.text("address"), vip.text("interface"), Phrases.place(vip, instance));
  }

  private String timers() {
    String preempts =
        instance.number("preempt_delay") > 0
            ? "preempts after " + Phrases.seconds(instance.number("preempt_delay"))
            : "preempts";
    return "advert_int %s, the master is gone after %s; %s%s"
        .formatted(
            Phrases.seconds(instance.number("advert_int")),
            Phrases.seconds(instance.number("master_down_interval")),
            instance.is("preempt") ? preempts : "never preempts",
            instance.is("accept") ? "" : "; does not accept what is sent to its addresses");
  }

  private static String track(Fields track) {
    String detail = track.text("detail");
    return "%s %s, weight %d%s: %s%s, adds %d"
        .formatted(
            track.text("kind"),
            track.text("name"),
            track.whole("weight"),
            track.is("reverse") ? " reverse" : "",
            track.text("state"),
            detail.isEmpty() ? "" : " (" + detail + ")",
            track.whole("adds"));
  }

  private static String heard(Fields sender) {
    return "%s, %s, %s"
        .formatted(
            sender.text("address"),
            sender.whole("priority") == 0
                ? "said farewell"
                : "priority " + sender.whole("priority"),
            Phrases.ago(sender));
  }

  private static String discarded(Fields discard) {
    String detail = discard.text("detail");
    return "%d, the last from %s %s: %s%s (%s)"
        .formatted(
            discard.whole("count"),
            discard.text("source"),
            Phrases.ago(discard),
            discard.text("reason"),
            detail.isEmpty() ? "" : ", " + detail,
            discard.text("section"));
  }

  /** Those that are not 0. */
  private void counters(Fields counters) {
    String told =
        counters.members().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Double count && count != 0)
            .map(InstancePage::counter)
            .collect(Collectors.joining(", "));
    line("counted", told.isEmpty() ? "nothing yet" : told);
  }

  private static String counter(Map.Entry<?, ?> entry) {
    return "%.0f %s"
        .formatted((Double) entry.getValue(), String.valueOf(entry.getKey()).replace('_', ' '));
  }
}
