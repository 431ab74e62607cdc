package dev.vrrpd.bench;

import dev.vrrpd.lab.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The time between two advertisements on the wire, less the interval; nanoseconds, sorted. */
record WireLateness(List<Long> nanos) {
  static WireLateness of(List<Frame.Advert> adverts, Duration interval) {
    List<Long> late = new ArrayList<>();
    for (int i = 1; i < adverts.size(); i++) {
      Duration gap = Duration.between(adverts.get(i - 1).at(), adverts.get(i).at());
      late.add(gap.minus(interval).toNanos());
    }
    return new WireLateness(late.stream().sorted().toList());
  }

  /** As much as this share of them, 0 to 1, does not exceed. */
  double millis(double share) {
    return nanos.get((int) Math.min(nanos.size() - 1L, Math.round(nanos.size() * share))) / 1e6;
  }
}
