package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.routing.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options of a route that become RTAX_* of rtnetlink(7): {@code mtu}, {@code rtt} and so on. */
final class MetricWords {
  private static final Pattern TIME = Pattern.compile("([0-9]*\\.?[0-9]+)(s|secs?|ms|msecs?)?");

  private final OptionWords words;
  private final List<Metric> metrics;

  /** {@code metrics}: where they go. */
  MetricWords(OptionWords words, List<Metric> metrics) {
    this.words = words;
    this.metrics = metrics;
  }

  /** False, and nothing taken, if {@code option} is not one of them. */
  boolean read(Word option) {
    Optional<Metric.Kind> kind = Metric.Kind.parse(option.text());
    kind.ifPresent(known -> read(option, known));
    return kind.isPresent();
  }

  private void read(Word option, Metric.Kind kind) {
    if (kind == Metric.Kind.FEATURES) {
      features(option);
      return;
    }
    boolean locked = words.skip("lock").isPresent();
    if (kind.isTime()) {
      time(option, kind, locked);
    } else {
      words
          .number(option, 0, most(kind))
          .ifPresent(value -> metrics.add(new Metric(kind, value, locked)));
    }
  }

  private static long most(Metric.Kind kind) {
    return switch (kind) {
      case HOPLIMIT -> 255;
      case QUICKACK, FASTOPEN_NO_COOKIE -> 1;
      default -> OptionWords.U32;
    };
  }

  /** A bare number is in the kernel's own unit. */
  private void time(Word option, Metric.Kind kind, boolean locked) {
    words
        .value(option)
        .ifPresent(word -> {
          Matcher matcher = TIME.matcher(word.text());
          if (!matcher.matches()) {
            words.refuse(word, "'%s' takes a number, with s or ms behind it".formatted(option));
            return;
          }
          BigDecimal value = new BigDecimal(matcher.group(1));
          String unit = matcher.group(2);
          if (unit != null) {
            int milliseconds = unit.startsWith("s") ? 1000 : 1;
            value = value.multiply(BigDecimal.valueOf((long) milliseconds * kind.perMillisecond()));
          }
          BigDecimal whole = value.setScale(0, RoundingMode.UP);
          if (whole.compareTo(BigDecimal.valueOf(OptionWords.U32)) > 0) {
            words.refuse(word, "'%s' is too long".formatted(word));
            return;
          }
          metrics.add(new Metric(kind, whole.longValue(), locked));
        });
  }

  private void features(Word option) {
    words
        .value(option)
        .ifPresent(word -> {
          if (word.text().equals("ecn")) {
            metrics.add(new Metric(Metric.Kind.FEATURES, 1, false));
          } else {
            words.refuse(word, "'features' takes ecn");
          }
        });
  }
}
