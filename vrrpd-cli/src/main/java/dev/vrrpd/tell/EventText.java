package dev.vrrpd.tell;

import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.surface.Json;
import dev.vrrpd.surface.KeepalivedNames;
import java.time.Instant;

/**
 * An event as JSON, in the words that {@code notify} scripts get: {@code {"router_id":"lb01",
 * "sequence":4,"time":"2026-11-21T12:00:00Z","type":"INSTANCE","name":"VI_1","state":"MASTER",
 * "priority":150}}.
 */
final class EventText {
  private EventText() {}

  /**
   * @param sequence one more for each event since the start: a gap is a loss
   */
  static String of(Output.Notify notice, String routerId, Instant at, long sequence) {
    return new Json()
        .put("router_id", routerId)
        .put("sequence", sequence)
        .put("time", at.toString())
        .put("type", KeepalivedNames.of(notice.subject()))
        .put("name", notice.name())
        .put("state", KeepalivedNames.of(notice.notice()))
        .put("priority", notice.subject() == Subject.GROUP ? 0 : notice.effectivePriority().value())
        .toString();
  }
}
