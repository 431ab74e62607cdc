package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Errno;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One nftables table of ours, nft(8): packets for and from concealed addresses are dropped ({@code
 * no_accept}), and links of ours keep silent about multicast groups. The table is there while there
 * is something in it; each change takes effect as a whole. Confined to one thread.
 *
 * <p>Addresses and links are elements of sets: the rules never change.
 */
public final class PacketFilter implements AutoCloseable {
  private static final int ROOM = 1 << 16;
  private static final int RECEIVE_BUFFER = 1 << 20;

  private static final String LINKS = "virtual_links";
  private static final String IPV4 = "addresses4";
  private static final String IPV6 = "addresses6";
  private static final String LINK_LOCAL = "link_local";
  private static final int IPV4_ADDRESS = 7;
  private static final int IPV6_ADDRESS = 8;
  private static final int LINK_NAME = 41;

  /** Two types as one: nft counts with six bits. */
  private static final int ADDRESS_AND_LINK = IPV6_ADDRESS << 6 | LINK_NAME;

  private static final int IGMP = 2;
  private static final int ICMPV6 = 58;
  private static final int MLD_REPORT = 131;
  private static final int ROUTER_SOLICITATION = 133;
  private static final int NEIGHBOUR_SOLICITATION = 135;
  private static final int NEIGHBOUR_ADVERTISEMENT = 136;
  private static final int MLD2_REPORT = 143;

  private final NetlinkSocket socket =
      NetlinkSocket.open(Nftables.NETLINK_NETFILTER, 0, RECEIVE_BUFFER);
  private final MessageWriter writer = new MessageWriter(ROOM);
  private final Set<Place> concealed = new HashSet<>();
  private final Set<InterfaceName> silent = new HashSet<>();
  private FilterStyle style = FilterStyle.STANDARD;
  private boolean there;

  /** The kernel's no. */
  public record Refusal(int errno, String reason) {}

  /**
   * What is concealed.
   *
   * @param link where, if the address is link-local
   */
  public record Place(IpAddress address, Optional<InterfaceName> link) {
    /** An address on its link. */
    public static Place of(IpAddress address, InterfaceName link) {
      boolean local = address.family() == Family.IPV6 && address.isLinkLocal();
      return new Place(address, local ? Optional.of(link) : Optional.empty());
    }
  }

  /** How the table is to be; one that a killed run left is removed. */
  public void use(FilterStyle wanted) {
    if (!there) {
      style = wanted;
      var _ = remove();
    }
  }

  /** Drops packets for and from these from now on; all of them, or none where it is refused. */
  public Optional<Refusal> conceal(List<Place> places) {
    Set<Place> fresh = new LinkedHashSet<>(places);
    fresh.removeAll(concealed);
    Optional<Refusal> refusal = ready().or(() -> change(true, List.copyOf(fresh)));
    if (refusal.isEmpty()) {
      concealed.addAll(fresh);
    }
    return refusal;
  }

  /** Lets packets for and from these pass again; what was not concealed does so anyway. */
  public Optional<Refusal> reveal(List<Place> places) {
    Set<Place> known = new LinkedHashSet<>(places);
    known.retainAll(concealed);
    concealed.removeAll(known);
    return empty() ? remove() : change(false, List.copyOf(known));
  }

  /** No IGMP, MLD or router solicitation leaves by the link. */
  public Optional<Refusal> silence(InterfaceName link) {
    if (silent.contains(link)) {
      return Optional.empty();
    }
    Optional<Refusal> refusal =
        ready().or(() -> elements(true, LINKS, List.of(NftablesBatch.key(link.value()))));
    if (refusal.isEmpty()) {
      silent.add(link);
    }
    return refusal;
  }

  /** The link is gone. */
  public void forget(InterfaceName link) {
    if (silent.remove(link)) {
      var _ = empty() ? remove() : elements(false, LINKS, List.of(NftablesBatch.key(link.value())));
    }
  }

  private boolean empty() {
    return concealed.isEmpty() && silent.isEmpty();
  }

  private Optional<Refusal> change(boolean add, List<Place> places) {
    return elements(add, IPV4, keys(IPV4, places))
        .or(() -> elements(add, IPV6, keys(IPV6, places)))
        .or(() -> elements(add, LINK_LOCAL, keys(LINK_LOCAL, places)));
  }

  private static List<byte[]> keys(String set, List<Place> places) {
    return places.stream()
        .filter(place -> set(place).equals(set))
        .map(place ->
            place
                .link()
                .map(link -> NftablesBatch.key(place.address().octets(), link.value()))
                .orElseGet(place.address()::octets))
        .toList();
  }

  private static String set(Place place) {
    if (place.link().isPresent()) {
      return LINK_LOCAL;
    }
    return place.address().family() == Family.IPV4 ? IPV4 : IPV6;
  }

  private Optional<Refusal> elements(boolean add, String set, List<byte[]> keys) {
    int done = 0;
    while (there && done < keys.size()) {
      NftablesBatch batch = new NftablesBatch(writer, style.table());
      done += batch.elements(add, set, keys.subList(done, keys.size()));
      Optional<Refusal> refusal = commit(batch);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> remove() {
    there = false;
    NftablesBatch batch = new NftablesBatch(writer, style.table());
    batch.addTable();
    batch.removeTable();
    return commit(batch);
  }

  private Optional<Refusal> ready() {
    if (there) {
      return Optional.empty();
    }
    NftablesBatch batch = new NftablesBatch(writer, style.table());
    batch.addTable();
    batch.removeTable();
    batch.addTable();
    batch.addSet(LINKS, 1, LINK_NAME, 16, false);
    batch.addSet(IPV4, 2, IPV4_ADDRESS, 4, true);
    batch.addSet(IPV6, 3, IPV6_ADDRESS, 16, true);
    batch.addSet(LINK_LOCAL, 4, ADDRESS_AND_LINK, 32, true);
    batch.addChain("in", Nftables.NF_INET_LOCAL_IN, style.priority());
    batch.addChain("out", Nftables.NF_INET_LOCAL_OUT, style.priority());
    writeSilence(batch);
    writeConcealment(batch, "in", 16, 24, Nftables.NFT_META_IIFNAME);
    writeConcealment(batch, "out", 12, 8, Nftables.NFT_META_OIFNAME);
    Optional<Refusal> refusal = commit(batch);
    there = refusal.isEmpty();
    return refusal;
  }

  private void writeSilence(NftablesBatch batch) {
    batch.addRule(
        "out",
        () -> {
          byOurLink(batch);
          protocol(batch, Nftables.NFPROTO_IPV4, IGMP);
          drop(batch);
        });
    icmp(batch, "out", true, MLD_REPORT, ROUTER_SOLICITATION, Nftables.NF_DROP);
    icmp(batch, "out", true, MLD2_REPORT, MLD2_REPORT, Nftables.NF_DROP);
  }

  private static void byOurLink(NftablesBatch batch) {
    batch.meta(Nftables.NFT_META_OIFNAME);
    batch.lookup(LINKS);
  }

  private static void protocol(NftablesBatch batch, int family, int protocol) {
    family(batch, family);
    batch.meta(Nftables.NFT_META_L4PROTO);
    batch.compare(Nftables.NFT_CMP_EQ, protocol);
  }

  private static void family(NftablesBatch batch, int family) {
    batch.meta(Nftables.NFT_META_NFPROTO);
    batch.compare(Nftables.NFT_CMP_EQ, family);
  }

  private void icmp(
      NftablesBatch batch, String chain, boolean ourLinks, int first, int last, int verdict) {
    batch.addRule(
        chain,
        () -> {
          if (ourLinks) {
            byOurLink(batch);
          }
          protocol(batch, Nftables.NFPROTO_IPV6, ICMPV6);
          batch.payload(Nftables.TRANSPORT_HEADER, 0, 1);
          batch.compare(Nftables.NFT_CMP_GTE, first);
          batch.compare(Nftables.NFT_CMP_LTE, last);
          batch.verdict(verdict);
        });
  }

  /** The neighbours are answered all the same: RFC 9568 section 6.1, Accept_Mode. */
  private void writeConcealment(
      NftablesBatch batch, String chain, int ipv4At, int ipv6At, int link) {
    icmp(batch, chain, false, NEIGHBOUR_SOLICITATION, NEIGHBOUR_ADVERTISEMENT, Nftables.NF_ACCEPT);
    conceal(batch, chain, Nftables.NFPROTO_IPV4, ipv4At, 4, IPV4);
    conceal(batch, chain, Nftables.NFPROTO_IPV6, ipv6At, 16, IPV6);
    batch.addRule(
        chain,
        () -> {
          family(batch, Nftables.NFPROTO_IPV6);
          batch.payload(Nftables.NETWORK_HEADER, ipv6At, 16);
          batch.append(link);
          batch.lookup(LINK_LOCAL);
          drop(batch);
        });
  }

  private void conceal(
      NftablesBatch batch, String chain, int family, int offset, int length, String set) {
    batch.addRule(
        chain,
        () -> {
          family(batch, family);
          batch.payload(Nftables.NETWORK_HEADER, offset, length);
          batch.lookup(set);
          drop(batch);
        });
  }

  private void drop(NftablesBatch batch) {
    if (style.counters()) {
      batch.count();
    }
    batch.verdict(Nftables.NF_DROP);
  }

  /** The kernel answers while it is being sent to: what waits afterwards is all there is. */
  private Optional<Refusal> commit(NftablesBatch batch) {
    batch.end();
    int result = socket.send(writer);
    int[] refused = {Math.max(0, -result)};
    while (result >= 0) {
      result =
          socket.receive(message -> {
            if (message.type() == Rtnetlink.NLMSG_ERROR && refused[0] == 0) {
              refused[0] = Answer.parse(message).errno();
            }
          });
    }
    return refused[0] == 0
        ? Optional.empty()
        : Optional.of(new Refusal(refused[0], "packet filter: " + Errno.message(refused[0])));
  }

  @Override
  public void close() {
    socket.close();
  }
}
