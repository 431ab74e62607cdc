package dev.vrrpd.core.config.text;

/**
 * What reading one configuration may cost: a few loops and parameters can ask for more lines than
 * any machine can hold. Counts what is looked at and what is kept, and never gives anything back.
 *
 * <p>A unit of room takes three to eight octets of memory, everything that is made of the text
 * included; a unit of work is a character looked at, and takes nanoseconds.
 */
public final class Budget {
  /** Room for some 250,000 instances of eight lines each. */
  public static final long ROOM = 256L << 20;

  private static final int WORK_FOR_ROOM = 2;
  private static final int LINE = 128;
  private static final int FILE = 4_096;
  private static final int STATEMENT = 64;
  private static final int WORD = 32;

  private long room;
  private long work;

  /**
   * @param room what may be kept, in units; a multiple of it may be looked at
   */
  public Budget(long room) {
    this.room = room;
    this.work = room * WORK_FOR_ROOM;
  }

  boolean isSpent() {
    return room < 0 || work < 0;
  }

  /** A line, typed or produced, is looked at. */
  void line(int characters) {
    work -= LINE + characters;
  }

  /** A file is looked for or opened, not for the first time perhaps. */
  void file() {
    work -= FILE;
  }

  void copied(int characters) {
    work -= characters;
  }

  /** A token stays until its block is complete, and what is made of it stays longer. */
  void keep(Token token) {
    room -=
        switch (token) {
          case Token.Statement statement ->
              STATEMENT + WORD * statement.words().size() + statement.text().length();
          case Token.Open(var _) -> WORD;
          case Token.Close(var _) -> WORD;
        };
  }
}
