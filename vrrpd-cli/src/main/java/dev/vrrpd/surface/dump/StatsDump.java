package dev.vrrpd.surface.dump;

import static dev.vrrpd.surface.dump.Portrait.count;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot.Instance;

/** {@code keepalived.stats}: the counters, instance by instance. */
public final class StatsDump {
  private StatsDump() {}

  public static String of(Portrait portrait) {
    StringBuilder text = new StringBuilder();
    portrait.router().instances().forEach(instance -> text.append(of(instance)));
    return text.toString();
  }

  private static String of(Instance i) {
    return """
    VRRP Instance: %s
      Advertisements:
        Received: %d
        Sent: %d
      Became master: %d
      Released master: %d
      Packet Errors:
        Length: %d
        TTL: %d
        Invalid Type: %d
        Advertisement Interval: %d
        Address List: %d
      Authentication Errors:
        Invalid Type: %d
        Type Mismatch: %d
        Failure: %d
      Authentication Extension Errors:
        Missing: %d
        Malformed: %d
        Unknown Key: %d
        Invalid HMAC: %d
        Stale: %d
        Replay: %d
      Priority Zero:
        Received: %d
        Sent: %d
    """
        .formatted(
            i.config().name(),
            count(i, Counter.ADVERTISEMENTS_RECEIVED),
            count(i, Counter.ADVERTISEMENTS_SENT),
            count(i, Counter.BECAME_ACTIVE),
            count(i, Counter.RELEASED_ACTIVE),
            count(i, Counter.LENGTH_ERRORS),
            count(i, Counter.TTL_ERRORS),
            count(i, Counter.INVALID_TYPE),
            count(i, Counter.INTERVAL_ERRORS),
            count(i, Counter.ADDRESS_LIST_ERRORS),
            count(i, Counter.INVALID_AUTHENTICATION_TYPE),
            count(i, Counter.AUTHENTICATION_TYPE_MISMATCH),
            count(i, Counter.AUTHENTICATION_FAILURE),
            count(i, Counter.TRAILER_MISSING),
            count(i, Counter.TRAILER_MALFORMED),
            count(i, Counter.TRAILER_KEY_UNKNOWN),
            count(i, Counter.TRAILER_DIGEST_WRONG),
            count(i, Counter.TRAILER_STALE),
            count(i, Counter.TRAILER_REPLAYED),
            count(i, Counter.RESIGNATIONS_RECEIVED),
            count(i, Counter.RESIGNATIONS_SENT));
  }
}
