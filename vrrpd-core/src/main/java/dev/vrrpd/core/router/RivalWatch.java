package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When an Active router asks who else answers for its addresses, and who does so again and again.
 * Once is not enough: whoever was Active before may be about to take the addresses away.
 */
final class RivalWatch {
  /** Whoever hears our first advertisement has given way by then. */
  private static final Duration FIRST = Duration.ofSeconds(2);

  /** Between an answer and the question whether it was meant. */
  private static final Duration DOUBT = Duration.ofSeconds(2);

  /** While there is a rival: its end shall be known soon. */
  private static final Duration SUSPICION = Duration.ofSeconds(10);

  private static final int ENOUGH_ANSWERS = 2;
  private static final int ENOUGH_SILENCE = 2;
  private static final int MOST = 8;

  private final Map<Answerer, Trace> traces = new LinkedHashMap<>();
  private Duration period;
  private Moment next = Moment.NEVER;
  private Moment calm = Moment.ZERO;

  private static final class Trace {
    private int answers;
    private int silences;
    private boolean thisTime;
    private Moment last = Moment.ZERO;

    boolean certain() {
      return answers >= ENOUGH_ANSWERS;
    }
  }

  RivalWatch(Duration period) {
    this.period = period;
  }

  Moment deadline() {
    return next;
  }

  void becameActive(Moment now) {
    traces.clear();
    next = soon(FIRST, now);
  }

  void stop() {
    traces.clear();
    next = Moment.NEVER;
  }

  /** Another period counts from now. */
  void use(Duration fresh, boolean active, Moment now) {
    if (!fresh.equals(period)) {
      period = fresh;
      if (active) {
        becameActive(now);
      }
    }
  }

  boolean due(Moment now) {
    return !now.isBefore(next);
  }

  /**
   * The question is asked anew.
   *
   * @return rivals that have not answered for some time
   */
  List<Answerer> ask(Moment now) {
    traces
        .values()
        .forEach(trace -> {
          trace.silences = trace.thisTime ? 0 : trace.silences + 1;
          trace.thisTime = false;
        });
    List<Answerer> silent = certain().filter(this::isSilent).toList();
    traces.keySet().removeIf(this::isSilent);
    next = soon(pause(), now);
    return silent;
  }

  private Duration pause() {
    if (traces.isEmpty()) {
      return period;
    }
    return traces.values().stream().allMatch(Trace::certain) ? SUSPICION : DOUBT;
  }

  private boolean isSilent(Answerer answerer) {
    return traces.get(answerer).silences >= ENOUGH_SILENCE;
  }

  private Moment soon(Duration most, Moment now) {
    if (period.isZero()) {
      return Moment.NEVER;
    }
    return now.plus(period.compareTo(most) < 0 ? period : most);
  }

  /**
   * Somebody answers; each question counts once.
   *
   * @return whether this makes a rival of it
   */
  boolean answered(Answerer answerer, Moment now) {
    if (next.equals(Moment.NEVER) || (traces.size() >= MOST && !traces.containsKey(answerer))) {
      return false;
    }
    Trace trace = traces.computeIfAbsent(answerer, _ -> new Trace());
    trace.last = now;
    if (trace.thisTime) {
      return false;
    }
    trace.thisTime = true;
    trace.answers++;
    if (trace.answers <= ENOUGH_ANSWERS) {
      next = soon(pause(), now);
    }
    return trace.answers == ENOUGH_ANSWERS;
  }

  /** Whether to tell the neighbours otherwise: as often as RFC 5227 section 2.4 defends. */
  boolean provokes(Answerer answerer, Moment now) {
    if (!suspects(answerer) || now.isBefore(calm)) {
      return false;
    }
    calm = now.plus(SUSPICION);
    return true;
  }

  private boolean suspects(Answerer answerer) {
    return traces.containsKey(answerer) && traces.get(answerer).certain();
  }

  private Stream<Answerer> certain() {
    return traces.keySet().stream().filter(this::suspects);
  }

  List<RouterSnapshot.Rival> rivals() {
    return certain()
        .map(rival ->
            new RouterSnapshot.Rival(
                rival.link(), rival.address(), rival.mac(), traces.get(rival).last))
        .toList();
  }
}
