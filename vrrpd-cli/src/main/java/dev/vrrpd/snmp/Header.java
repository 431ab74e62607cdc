package dev.vrrpd.snmp;

/**
 * The part that all PDUs begin with; RFC 2741 section 6.1.
 *
 * @param type of the PDU
 * @param bigEndian network byte order
 */
record Header(
    int type, boolean bigEndian, int session, int transaction, int packet, int payloadLength) {
  static final int LENGTH = 20;

  static final int OPEN = 1;
  static final int CLOSE = 2;
  static final int REGISTER = 3;
  static final int GET = 5;
  static final int GET_NEXT = 6;
  static final int GET_BULK = 7;
  static final int TEST_SET = 8;
  static final int NOTIFY = 12;
  static final int PING = 13;
  static final int RESPONSE = 18;
}
