package dev.vrrpd.core.config.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects findings while a configuration is read. Says each thing once, and no more than a few
 * times from one place: a line repeated by {@code ~SEQ} would otherwise complain thousands of
 * times.
 */
public final class Diagnostics {
  private static final int MOST_FROM_ONE_PLACE = 3;

  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final Map<Place, Integer> counts = new HashMap<>();
  private final Map<String, Integer> fileOrder = new HashMap<>();

  private final Set<Place> saidOncePerFile = new HashSet<>();

  private record Place(Code code, Span span) {}

  /** Files are sorted in the order in which they were first read. */
  public void reading(String file) {
    fileOrder.putIfAbsent(file, fileOrder.size());
  }

  public void add(Diagnostic diagnostic) {
    Place place = new Place(diagnostic.code(), diagnostic.span());
    boolean several = !diagnostic.span().equals(Span.NOWHERE);
    if (several && knowsEnough(diagnostic.code(), diagnostic.span())) {
      counts.merge(place, 1, Integer::sum);
    } else if (found.add(diagnostic)) {
      counts.merge(place, 1, Integer::sum);
    }
  }

  /** Whether one more finding of this kind from this place would only be counted. */
  public boolean knowsEnough(Code code, Span span) {
    return counts.getOrDefault(new Place(code, span), 0) >= MOST_FROM_ONE_PLACE;
  }

  /** For what one file needs to be told once. */
  public void addOncePerFile(Diagnostic diagnostic) {
    if (saidOncePerFile.add(new Place(diagnostic.code(), diagnostic.span().wholeFile()))) {
      add(diagnostic);
    }
  }

  /** All findings by file, line and column; those about the whole configuration last. */
  public List<Diagnostic> sorted() {
    List<Diagnostic> all = new ArrayList<>(found);
    counts.forEach((place, count) -> {
      if (count > MOST_FROM_ONE_PLACE) {
        all.add(
            Diagnostic.of(
                place.code(),
                place.span(),
                "%d more like this from the same line".formatted(count - MOST_FROM_ONE_PLACE)));
      }
    });
    if (all.size() > 1) { // the order itself takes longer to make than a clean file to read
      all.sort(byPlace());
    }
    return List.copyOf(all);
  }

  private Comparator<Diagnostic> byPlace() {
    return Comparator.comparingInt((Diagnostic d) -> order(d.span()))
        .thenComparingInt(d -> d.span().line())
        .thenComparingInt(d -> d.span().column())
        .thenComparing(Diagnostic::code);
  }

  private int order(Span span) {
    return span.file().isEmpty()
        ? Integer.MAX_VALUE
        : fileOrder.getOrDefault(span.file(), fileOrder.size());
  }
}
