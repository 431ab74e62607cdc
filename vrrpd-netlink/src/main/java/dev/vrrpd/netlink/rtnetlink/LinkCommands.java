package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.netlink.libc.Errno;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Makes, changes and removes links, one system call each. The kernel may take milliseconds: for a
 * thread that nobody waits for. Confined to one thread at a time.
 */
public final class LinkCommands implements AutoCloseable {
  private static final int RECEIVE_BUFFER = 1 << 18;

  private final NetlinkSocket socket;
  private final MessageWriter writer = new MessageWriter(1024);
  private int sequence;

  private LinkCommands(NetlinkSocket socket) {
    this.socket = socket;
  }

  /**
   * In the calling thread's network namespace.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public static LinkCommands open() {
    return new LinkCommands(NetlinkSocket.open(0, RECEIVE_BUFFER));
  }

  /** The kernel said no: an errno(3), and the C library's text with what the kernel added. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int errno;

    public Refused(int errno, String reason) {
      super(reason);
      this.errno = errno;
    }

    public int errno() {
      return errno;
    }
  }

  /** As it is now; empty if there is none, or the kernel does not say. */
  public Optional<LinkState> find(InterfaceName name) {
    Exchange exchange = new Exchange();
    writer.clear();
    VirtualLinkMessages.writeGet(writer, ++sequence, name);
    exchange.perform();
    return exchange.state;
  }

  /** Makes {@code link} upon the link of index {@code base}; it is not up yet. */
  public void create(VirtualLink link, int base) throws Refused {
    perform(number -> VirtualLinkMessages.writeCreate(writer, number, link, base));
  }

  /** Sets options of IPv4 of the link of this index. */
  public void set(int index, Map<InterfaceOption, Integer> options) throws Refused {
    perform(number -> VirtualLinkMessages.writeOptions(writer, number, index, options));
  }

  /** No IPv6 address but those that somebody gives it. */
  public void generateNoAddresses(int index) throws Refused {
    perform(number -> VirtualLinkMessages.writeNoGeneration(writer, number, index));
  }

  /** What ip-link(8) shows as its alias: 255 octets at most. */
  public void alias(int index, String alias) throws Refused {
    perform(number -> VirtualLinkMessages.writeAlias(writer, number, index, alias));
  }

  /** Switches it on: IFF_UP. */
  public void setUp(int index) throws Refused {
    perform(number -> VirtualLinkMessages.writeUp(writer, number, index));
  }

  /** Removes the link, and with it all that it holds. */
  public void remove(int index) throws Refused {
    perform(number -> VirtualLinkMessages.writeRemove(writer, number, index));
  }

  private void perform(IntConsumer request) throws Refused {
    writer.clear();
    request.accept(++sequence);
    writer.acknowledgeLast();
    Exchange exchange = new Exchange();
    exchange.perform();
    if (exchange.errno != 0) {
      throw new Refused(exchange.errno, exchange.reason);
    }
  }

  private final class Exchange {
    private boolean complete;
    private int errno;
    private String reason = "";
    private Optional<LinkState> state = Optional.empty();

    void perform() {
      int result = socket.send(writer);
      while (result >= 0 && !complete) {
        result = socket.receive(this::message);
      }
      if (result < 0) {
        errno = -result;
        reason = Errno.message(errno);
      }
    }

    private void message(Message message) {
      if (message.sequence() != sequence) {
        return;
      }
      complete = true;
      if (message.type() == Rtnetlink.NLMSG_ERROR) {
        Answer answer = Answer.parse(message);
        errno = answer.errno();
        reason = answer.reason();
      } else {
        state = VirtualLinkMessages.parse(message);
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
