package dev.vrrpd.core.router;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Authentication.AntiReplay;
import dev.vrrpd.core.wire.Authentication.Signed;
import dev.vrrpd.core.wire.SignatureTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of {@code auth_hmac}: times, of which every sender has a row of its own. */
final class SignedSequences {
  /** The greatest one of each sender; who was silent for the longest time comes first. */
  private final Map<IpAddress, Long> marks = new LinkedHashMap<>(8, 0.75f, true);

  private int mostSenders = 1;
  private long last;
  private boolean begun;

  /** From how many senders; the one that was silent for the longest time is forgotten first. */
  void remember(int senders) {
    mostSenders = senders;
  }

  /**
   * The clock's time, or one more than the last; {@code anti_replay time} does not run ahead of a
   * clock that was set back by more than the others tolerate.
   */
  long next(Signed how, WallTime now) {
    long clock = SignatureTime.of(now);
    boolean ahead = begun && !SignatureTime.isNewer(clock, last);
    boolean lost =
        how.antiReplay() == AntiReplay.TIME
            && SignatureTime.skew(last + 1, now) < -how.window().toSeconds();
    last = ahead && !lost ? last + 1 : clock;
    begun = true;
    return last;
  }

  /** Takes note of {@code sequence} if it is newer than all before of its sender. */
  boolean accepts(Signed how, long sequence, IpAddress source, WallTime now) {
    Long mark = marks.get(source);
    if (mark != null && remembers(how, mark, now) && !SignatureTime.isNewer(sequence, mark)) {
      return false;
    }
    marks.put(source, sequence);
    if (marks.size() > mostSenders) {
      marks.remove(marks.keySet().iterator().next());
    }
    return true;
  }

  /** A mark so far from the clock says that a clock was set: the window alone guards then. */
  private static boolean remembers(Signed how, long mark, WallTime now) {
    return how.antiReplay() == AntiReplay.MONOTONIC
        || Math.abs(SignatureTime.skew(mark, now)) <= how.window().toSeconds();
  }
}
