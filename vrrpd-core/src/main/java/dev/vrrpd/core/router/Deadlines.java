package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has to be woken next, as a binary heap that knows the place of each member: a timer that is
 * put off with every advertisement costs a few comparisons and no garbage, with a thousand of them
 * too.
 */
final class Deadlines {
  /**
   * So many are woken at one moment. Who asks again a moment later takes the others apart: a
   * thousand timers that ran out together then do not stay together, and none of their later turns
   * is long enough to make another one late.
   */
  static final int BATCH = 16;

  private final List<Timed> heap = new ArrayList<>();
  private long filings;

  Moment next() {
    return heap.isEmpty() ? Moment.NEVER : heap.getFirst().filed;
  }

  /** Whether {@link #next} is a deadline that others wait for. */
  boolean urgent() {
    return !heap.isEmpty() && heap.getFirst().urgent();
  }

  /** Files {@code timed} under its present deadline, behind those that have the same already. */
  void update(Timed timed) {
    Moment deadline = timed.deadline();
    if (timed.position < 0 || !deadline.equals(timed.filed)) {
      timed.filed = deadline;
      timed.order = ++filings;
    }
    if (timed.position < 0) {
      timed.position = heap.size();
      heap.add(timed);
    }
    rise(timed);
    sink(timed);
  }

  void remove(Timed timed) {
    if (timed.position < 0) {
      return;
    }
    Timed last = heap.removeLast();
    if (timed.position < heap.size()) {
      place(last, timed.position);
      rise(last);
      sink(last);
    }
    timed.position = -1;
  }

  /**
   * Takes out those whose deadline has come, the most overdue first, of the same the first filed,
   * no more than {@link #BATCH}: for the rest {@link #next} is over already. Whoever is woken files
   * itself again.
   */
  List<Timed> due(Moment now) {
    List<Timed> due = new ArrayList<>();
    while (due.size() < BATCH && !heap.isEmpty() && !now.isBefore(heap.getFirst().filed)) {
      Timed first = heap.getFirst();
      remove(first);
      due.add(first);
    }
    return due;
  }

  private static boolean before(Timed one, Timed other) {
    int earlier = one.filed.compareTo(other.filed);
    return earlier < 0 || (earlier == 0 && one.order < other.order);
  }

  private void rise(Timed timed) {
    while (timed.position > 0) {
      Timed parent = heap.get((timed.position - 1) / 2);
      if (!before(timed, parent)) {
        return;
      }
      swap(timed, parent);
    }
  }

  private void sink(Timed timed) {
    while (true) {
      int left = 2 * timed.position + 1;
      if (left >= heap.size()) {
        return;
      }
      Timed child = heap.get(left);
      if (left + 1 < heap.size() && before(heap.get(left + 1), child)) {
        child = heap.get(left + 1);
      }
      if (!before(child, timed)) {
        return;
      }
      swap(timed, child);
    }
  }

  private void swap(Timed one, Timed other) {
    int position = one.position;
    place(one, other.position);
    place(other, position);
  }

  private void place(Timed timed, int position) {
    timed.position = position;
    heap.set(position, timed);
  }
}
