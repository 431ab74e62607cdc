package dev.vrrpd.netlink.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Messages that nf_tables takes all together or not at all, for one table of family inet. */
final class NftablesBatch {
  private static final int ROOM = 64;

  /** What nft wants to know before it shows the keys of a set: names are no numbers. */
  private static final byte[] HOST_BYTE_ORDER = {0, 4, 1, 0, 0, 0};

  private static final byte[] NETWORK_BYTE_ORDER = {0, 4, 2, 0, 0, 0};

  private final MessageWriter writer;
  private final String table;
  private int sequence;

  NftablesBatch(MessageWriter writer, String table) {
    this.writer = writer;
    this.table = table;
    writer.clear();
    boundary(Nftables.NFNL_MSG_BATCH_BEGIN);
  }

  private void boundary(int type) {
    writer.message(type, Rtnetlink.NLM_F_REQUEST, ++sequence);
    writer.octet(0).octet(0).octet(0).octet(Nftables.SUBSYSTEM).finish();
  }

  void end() {
    boundary(Nftables.NFNL_MSG_BATCH_END);
  }

  private void begin(int message, int flags) {
    writer.message(
        Nftables.SUBSYSTEM << 8 | message,
        Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_ACK | flags,
        ++sequence);
    writer.octet(Nftables.NFPROTO_INET).zeros(3);
  }

  void addTable() {
    begin(Nftables.NFT_MSG_NEWTABLE, Rtnetlink.NLM_F_CREATE);
    writer.attribute(1, table).finish();
  }

  void removeTable() {
    begin(Nftables.NFT_MSG_DELTABLE, 0);
    writer.attribute(1, table).finish();
  }

  /** Of keys of one type (nft's number, for its listings) and length. */
  void addSet(String name, int id, int keyType, int keyLength, boolean addresses) {
    begin(Nftables.NFT_MSG_NEWSET, Rtnetlink.NLM_F_CREATE);
    writer.attribute(1, table).attribute(2, name);
    writer.attribute(3, big(0)).attribute(4, big(keyType)).attribute(5, big(keyLength));
    writer
        .attribute(10, big(id))
        .attribute(13, addresses ? NETWORK_BYTE_ORDER : HOST_BYTE_ORDER)
        .finish();
  }

  /** A chain of type filter at a hook, with the policy to accept. */
  void addChain(String name, int hook, int priority) {
    begin(Nftables.NFT_MSG_NEWCHAIN, Rtnetlink.NLM_F_CREATE);
    writer.attribute(1, table).attribute(3, name);
    int at = writer.open(4);
    writer.attribute(1, big(hook)).attribute(2, big(priority)).close(at);
    writer.attribute(5, big(Nftables.NF_ACCEPT)).attribute(7, "filter").finish();
  }

  /** Adds or removes keys; as many as there is room for. How many that were. */
  int elements(boolean add, String set, List<byte[]> keys) {
    begin(
        add ? Nftables.NFT_MSG_NEWSETELEM : Nftables.NFT_MSG_DELSETELEM,
        add ? Rtnetlink.NLM_F_CREATE : 0);
    writer.attribute(1, table).attribute(2, set);
    int list = writer.open(3);
    int count = 0;
    while (count < keys.size() && writer.remaining() > 2 * ROOM) {
      int element = writer.open(Nftables.NFTA_LIST_ELEM);
      int key = writer.open(1);
      writer.attribute(Nftables.NFTA_DATA_VALUE, keys.get(count)).close(key).close(element);
      count++;
    }
    writer.close(list).finish();
    return count;
  }

  /** A rule at the end of a chain: what it says comes from {@code expressions}. */
  void addRule(String chain, Runnable expressions) {
    begin(Nftables.NFT_MSG_NEWRULE, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_APPEND);
    writer.attribute(1, table).attribute(2, chain);
    int list = writer.open(4);
    expressions.run();
    writer.close(list).finish();
  }

  private void expression(String name, Runnable data) {
    int element = writer.open(Nftables.NFTA_LIST_ELEM);
    writer.attribute(1, name);
    int at = writer.open(2);
    data.run();
    writer.close(at).close(element);
  }

  void meta(int key) {
    meta(key, 1);
  }

  /** Behind the sixteen octets that are there: both together are the key of a lookup. */
  void append(int key) {
    meta(key, 2);
  }

  private void meta(int key, int register) {
    expression("meta", () -> writer.attribute(1, big(register)).attribute(2, big(key)));
  }

  void compare(int operation, int octet) {
    expression(
        "cmp",
        () -> {
          writer.attribute(1, big(1)).attribute(2, big(operation));
          int data = writer.open(3);
          writer.attribute(Nftables.NFTA_DATA_VALUE, new byte[] {(byte) octet}).close(data);
        });
  }

  void payload(int header, int offset, int length) {
    expression(
        "payload",
        () ->
            writer
                .attribute(1, big(1))
                .attribute(2, big(header))
                .attribute(3, big(offset))
                .attribute(4, big(length)));
  }

  void lookup(String set) {
    expression("lookup", () -> writer.attribute(1, set).attribute(2, big(1)));
  }

  void count() {
    expression("counter", () -> {});
  }

  void verdict(int code) {
    expression(
        "immediate",
        () -> {
          writer.attribute(1, big(0));
          int data = writer.open(2);
          int verdict = writer.open(Nftables.NFTA_DATA_VERDICT);
          writer.attribute(Nftables.NFTA_VERDICT_CODE, big(code)).close(verdict).close(data);
        });
  }

  private static byte[] big(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /** An IPv6 address and the name of a link as one key. */
  static byte[] key(byte[] address, String linkName) {
    return ByteBuffer.allocate(2 * 16).put(address).put(key(linkName)).array();
  }

  /** The name of a link as a key. */
  static byte[] key(String linkName) {
    return Arrays.copyOf(linkName.getBytes(StandardCharsets.UTF_8), 16);
  }
}
