package dev.vrrpd.core.track;

import dev.vrrpd.core.value.Priority;
import java.util.List;
import java.util.stream.Collectors;

/** An effective priority in words: {@code 150 = 100 base +50 chk_haproxy}. */
public final class Arithmetic {
  private Arithmetic() {}

  /** The limits are told where they count. */
  public static String of(Priority effective, Priority base, List<Contribution> contributions) {
    String terms = contributions.stream().map(term -> " " + term).collect(Collectors.joining());
    long sum = base.value() + contributions.stream().mapToLong(Contribution::amount).sum();
    String limit = sum == effective.value() ? "" : " = %d, limited to 1 to 254".formatted(sum);
    return "%s = %s base%s%s".formatted(effective, base, terms, limit);
  }
}
