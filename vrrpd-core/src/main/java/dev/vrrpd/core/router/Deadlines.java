package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who has to be woken next, as a binary heap that knows the place of each member: a timer that is
 * put off with every advertisement costs a few comparisons and no garbage, with a thousand of them
 * too.
 */
final class Deadlines {
  private final List<Timed> heap = new ArrayList<>();

  Moment next() {
    return heap.isEmpty() ? Moment.NEVER : heap.getFirst().filed;
  }

  /** Whether {@link #next} is a deadline that others wait for. */
  boolean urgent() {
    return !heap.isEmpty() && heap.getFirst().urgent();
  }

  /** Files {@code timed} under its present deadline. */
  void update(Timed timed) {
    timed.filed = timed.deadline();
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

  /** All whose deadline has come, the most overdue first. */
  List<Timed> due(Moment now) {
    List<Timed> due = new ArrayList<>();
    collect(0, now, due);
    due.sort(Comparator.comparing(timed -> timed.filed));
    return due;
  }

  private void collect(int position, Moment now, List<Timed> due) {
    if (position >= heap.size() || now.isBefore(heap.get(position).filed)) {
      return;
    }
    due.add(heap.get(position));
    collect(2 * position + 1, now, due);
    collect(2 * position + 2, now, due);
  }

  private void rise(Timed timed) {
    while (timed.position > 0) {
      Timed parent = heap.get((timed.position - 1) / 2);
      if (!timed.filed.isBefore(parent.filed)) {
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
      if (left + 1 < heap.size() && heap.get(left + 1).filed.isBefore(child.filed)) {
        child = heap.get(left + 1);
      }
      if (!child.filed.isBefore(timed.filed)) {
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
