package dev.vrrpd.netlink.rtnetlink;

/** Numbers of nfnetlink and nf_tables, by their C names. */
final class Nftables {
  static final int NETLINK_NETFILTER = 12;
  static final int NFNL_MSG_BATCH_BEGIN = 0x10;
  static final int NFNL_MSG_BATCH_END = 0x11;
  static final int SUBSYSTEM = 10;
  static final int NFPROTO_INET = 1;
  static final int NFPROTO_IPV4 = 2;
  static final int NFPROTO_IPV6 = 10;

  static final int NFT_MSG_NEWTABLE = 0;
  static final int NFT_MSG_DELTABLE = 2;
  static final int NFT_MSG_NEWCHAIN = 3;
  static final int NFT_MSG_NEWRULE = 6;
  static final int NFT_MSG_NEWSET = 9;
  static final int NFT_MSG_NEWSETELEM = 12;
  static final int NFT_MSG_DELSETELEM = 14;

  static final int NFTA_LIST_ELEM = 1;
  static final int NFTA_DATA_VALUE = 1;
  static final int NFTA_DATA_VERDICT = 2;
  static final int NFTA_VERDICT_CODE = 1;
  static final int NF_DROP = 0;
  static final int NF_ACCEPT = 1;
  static final int NF_INET_LOCAL_IN = 1;
  static final int NF_INET_LOCAL_OUT = 3;

  static final int NFT_META_OIF = 5;
  static final int NFT_META_IIFNAME = 6;
  static final int NFT_META_OIFNAME = 7;
  static final int NFT_META_NFPROTO = 15;
  static final int NFT_META_L4PROTO = 16;
  static final int NFT_CMP_EQ = 0;
  static final int NFT_CMP_LTE = 3;
  static final int NFT_CMP_GTE = 5;
  static final int NETWORK_HEADER = 1;
  static final int TRANSPORT_HEADER = 2;

  private Nftables() {}
}
