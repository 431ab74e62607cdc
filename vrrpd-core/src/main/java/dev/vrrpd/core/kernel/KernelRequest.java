package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.FilterStyle;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/**
 * What the kernel is asked to do. Requests are carried out in the order of submission, whatever
 * thread they run on; each is answered by one {@link KernelEvent.Completed}.
 */
public sealed interface KernelRequest {

  /** The virtual router that asks: the instance name. Answers find their way back by it. */
  String requester();

  /**
   * Put addresses on links, in order; an address that is there already is success. An address
   * without a device of its own goes to {@code link}.
   */
  record AddAddresses(String requester, InterfaceName link, List<VirtualAddress> addresses)
      implements KernelRequest {
    public AddAddresses {
      addresses = List.copyOf(addresses);
    }
  }

  /** Take addresses with exactly this prefix length away, in order; an absent one is success. */
  record RemoveAddresses(String requester, InterfaceName link, List<VirtualAddress> addresses)
      implements KernelRequest {
    public RemoveAddresses {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Put routes and rules there, in order; what is there already is success. Each failure is told as
   * {@link KernelEvent.RoutingRefused}.
   */
  record AddRouting(String requester, List<RoutingEntry> entries) implements KernelRequest {
    public AddRouting {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Take routes and rules away, in order, those of their protocol only: an operator's stay. Absent
   * ones are success.
   */
  record RemoveRouting(String requester, List<RoutingEntry> entries) implements KernelRequest {
    public RemoveRouting {
      entries = List.copyOf(entries);
    }
  }

  /** How the packet filter is to be from now on; what a killed run left of it goes. */
  record UseFilter(String requester, FilterStyle style) implements KernelRequest {}

  /**
   * Drop what is sent to these addresses, or from them: {@code no_accept}. Neighbours are answered.
   * A link-local address is concealed on its link only: other links may have it too.
   */
  record Conceal(String requester, InterfaceName link, List<VirtualAddress> addresses)
      implements KernelRequest {
    public Conceal {
      addresses = List.copyOf(addresses);
    }
  }

  /** No longer drop it. Addresses that were not concealed are success. */
  record Reveal(String requester, InterfaceName link, List<VirtualAddress> addresses)
      implements KernelRequest {
    public Reveal {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Make a link and set it up, with all that keeps it and its base from answering for each other.
   * One that is there already, of this name and kind, is taken over and put right.
   */
  record MakeLink(String requester, VirtualLink link) implements KernelRequest {}

  /**
   * Remove a link that was made so, and give its base back what was its own. One that is absent is
   * success; one of another kind is not ours and stays.
   */
  record RemoveLink(String requester, VirtualLink link) implements KernelRequest {}

  /**
   * Let the next address of a subnet become its primary one when that goes from a link, instead of
   * going with it: {@code net.ipv4.conf.LINK.promote_secondaries}. {@code on} false: as it was
   * before. Where it was so before it stays so; an absent link has nothing to take back.
   */
  record PromoteSecondaries(String requester, InterfaceName link, boolean on)
      implements KernelRequest {}

  /**
   * Tell the neighbours who has the addresses: {@code rounds} times all of them, one gratuitous ARP
   * request (IPv4, RFC 5227) or unsolicited neighbour advertisement (IPv6, RFC 4861 section 7.2.6)
   * each, without a pause.
   */
  record Announce(String requester, InterfaceName link, List<VirtualAddress> addresses, int rounds)
      implements KernelRequest {
    public Announce {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Ask the neighbours on {@code link}, from its own MAC address, who has {@code address}: an ARP
   * probe (RFC 5227 section 2.1.1), or a neighbour solicitation (RFC 4861 section 7.2.2). Not
   * refused: who cannot be asked does not answer.
   *
   * @param source whom the answer goes to; 0.0.0.0 in IPv4
   */
  record Inquire(String requester, InterfaceName link, IpAddress address, IpAddress source)
      implements KernelRequest {}
}
