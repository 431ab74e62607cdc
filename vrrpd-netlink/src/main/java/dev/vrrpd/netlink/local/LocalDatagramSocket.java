package dev.vrrpd.netlink.local;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.MessageHeader;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.charset.StandardCharsets;

/**
 * Sends datagrams to a unix(7) socket such as {@code /dev/log}. Never waits: what cannot be taken
 * at once is refused. Connects anew when the other end has been replaced. Confined to one thread.
 */
public final class LocalDatagramSocket implements AutoCloseable {
  /** sun_path; the last octet stays zero. */
  private static final int LONGEST_PATH = 107;

  private static final int LONGEST_DATAGRAM = 8192;

  private final NativeMemory address;
  private final NativeMemory datagram = NativeMemory.allocate(LONGEST_DATAGRAM);
  private final MessageHeader message = new MessageHeader();
  private int fd = -1;

  /**
   * Nothing is opened before the first datagram.
   *
   * @param path of the receiver; {@code @name} for one of the abstract namespace, unix(7)
   */
  public LocalDatagramSocket(String path) {
    byte[] octets = path.getBytes(StandardCharsets.UTF_8);
    if (octets.length > LONGEST_PATH) {
      throw new IllegalArgumentException("longer than a socket's path may be: " + path);
    }
    boolean inFileSystem = !path.startsWith("@");
    if (!inFileSystem) {
      octets[0] = 0;
    }
    // A path ends with a zero octet, an abstract name where the address does.
    address = NativeMemory.allocate(2 + octets.length + (inFileSystem ? 1 : 0));
    address.octets().putShort(0, (short) Libc.AF_UNIX).put(2, octets);
  }

  /** Sends at most 8192 octets of it; 0, or the errno(3) of the refusal. */
  public int send(byte[] octets) {
    int length = Math.min(octets.length, LONGEST_DATAGRAM);
    datagram.octets().put(0, octets, 0, length);
    message.data(datagram, length);
    int result = fd < 0 ? -Errno.ENODEV : message.send(fd, 0);
    if (result < 0 && result != -Errno.EAGAIN) {
      result = reconnect();
      if (result == 0) {
        result = message.send(fd, 0);
      }
    }
    return Math.max(0, -result);
  }

  private int reconnect() {
    close();
    int opened =
        Libc.socket(Libc.AF_UNIX, Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK | Libc.SOCK_CLOEXEC, 0);
    if (opened < 0) {
      return opened;
    }
    int connected = Libc.connect(opened, address);
    if (connected < 0) {
      Libc.close(opened);
      return connected;
    }
    fd = opened;
    return 0;
  }

  @Override
  public void close() {
    if (fd >= 0) {
      Libc.close(fd);
      fd = -1;
    }
  }
}
