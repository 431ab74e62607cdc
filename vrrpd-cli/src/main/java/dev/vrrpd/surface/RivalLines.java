package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note;

/**
 * Of others who answer for our addresses, and what to look at. keepalived knows nothing of them.
 */
final class RivalLines {
  private RivalLines() {}

  static String answers(Note.RivalAnswers n) {
    return ("%s on %s is answered by %s too, whose advertisements do not arrive here: another"
            + " MASTER behind a filter (protocol 112, multicast, IGMP snooping) or with another"
            + " VRID, version or authentication, or a host where the address was left")
        .formatted(n.address(), n.link(), n.rival());
  }

  static String silent(Note.RivalSilent n) {
    return "%s on %s is no longer answered by %s".formatted(n.address(), n.link(), n.rival());
  }

  static String takenOver(Note.TakenOverAlive n) {
    return ("takes over although %s on %s is still answered by %s: the advertisements from there"
            + " do not arrive here (filter, multicast, VRID, version, authentication), or the daemon"
            + " there is gone and has left the address")
        .formatted(n.address(), n.link(), n.answerer());
  }
}
