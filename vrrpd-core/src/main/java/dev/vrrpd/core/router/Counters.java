package dev.vrrpd.core.router;

import dev.vrrpd.core.wire.DiscardReason;
import java.util.EnumMap;
import java.util.Map;

/** The counters of one virtual router; they outlive a reload. */
final class Counters {
  private static final class Tally {
    private long count;
  }

  private final Map<Counter, Tally> tallies = new EnumMap<>(Counter.class);

  Counters() {
    for (Counter counter : Counter.values()) {
      tallies.put(counter, new Tally());
    }
  }

  void add(Counter counter) {
    tallies.get(counter).count++;
  }

  void add(DiscardReason reason) {
    add(
        switch (reason) {
          case TOO_SHORT, TOO_LONG -> Counter.LENGTH_ERRORS;
          case TTL_NOT_255, TTL_OUT_OF_RANGE -> Counter.TTL_ERRORS;
          case WRONG_VERSION -> Counter.VERSION_ERRORS;
          case AUTHENTICATION_TYPE_INVALID -> Counter.INVALID_AUTHENTICATION_TYPE;
          case AUTHENTICATION_TYPE_MISMATCH -> Counter.AUTHENTICATION_TYPE_MISMATCH;
          case AUTHENTICATION_FAILED, AH_MALFORMED, AH_SPI_WRONG, AH_DIGEST_WRONG, AH_REPLAYED ->
              Counter.AUTHENTICATION_FAILURE;
          case TRAILER_MISSING -> Counter.TRAILER_MISSING;
          case TRAILER_MALFORMED -> Counter.TRAILER_MALFORMED;
          case TRAILER_KEY_UNKNOWN -> Counter.TRAILER_KEY_UNKNOWN;
          case TRAILER_DIGEST_WRONG -> Counter.TRAILER_DIGEST_WRONG;
          case TRAILER_STALE -> Counter.TRAILER_STALE;
          case TRAILER_REPLAYED -> Counter.TRAILER_REPLAYED;
          case INTERVAL_MISMATCH -> Counter.INTERVAL_ERRORS;
          case TYPE_NOT_ADVERTISEMENT -> Counter.INVALID_TYPE;
          case OWNER_LISTENS_TO_NOBODY -> Counter.IGNORED_AS_OWNER;
          case CHECKSUM_WRONG -> Counter.CHECKSUM_ERRORS;
          case UNKNOWN_VRID, OWN_SOURCE, UNKNOWN_SOURCE -> Counter.UNKNOWN_SOURCE;
        });
  }

  Map<Counter, Long> snapshot() {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    tallies.forEach((counter, tally) -> counts.put(counter, tally.count));
    return counts;
  }
}
