package dev.vrrpd.snmp;

import java.util.List;

/** What a master sends to us; RFC 2741 section 6.2. */
sealed interface Request {
  Header header();

  record Get(Header header, List<Question> questions) implements Request {}

  record GetNext(Header header, List<Question> questions) implements Request {}

  /** The first {@code nonRepeaters} once, each of the others {@code repetitions} times. */
  record GetBulk(Header header, int nonRepeaters, int repetitions, List<Question> questions)
      implements Request {}

  /** Somebody wants to write; nobody may. */
  record TestSet(Header header) implements Request {}

  /** The master has had enough. */
  record Close(Header header) implements Request {}

  /**
   * The answer to one of ours.
   *
   * @param error 0: none
   */
  record Response(Header header, int error) implements Request {}

  /** Whatever else there is: not for a subagent that only reads. */
  record Other(Header header) implements Request {}
}
