package dev.vrrpd.netlink.libc;

import java.nio.ByteBuffer;

/**
 * struct msghdr of sendmsg(2) and recvmsg(2) with one struct iovec, as Linux lays them out on 64
 * bits. Keeps the memory it points to; what is not told is not there. Confined to one thread.
 */
public final class MessageHeader {
  private static final int SIZE = 56;
  private static final int NAME = 0;
  private static final int NAME_LENGTH = 8;
  private static final int VECTORS = 16;
  private static final int VECTOR_COUNT = 24;
  private static final int CONTROL = 32;
  private static final int CONTROL_LENGTH = 40;
  private static final int FLAGS = 48;

  private static final int VECTOR_SIZE = 16;
  private static final int DATA = 0;
  private static final int DATA_LENGTH = 8;

  private final NativeMemory header = NativeMemory.allocate(SIZE);
  private final NativeMemory vector = NativeMemory.allocate(VECTOR_SIZE);
  private final ByteBuffer octets = header.octets();
  private NativeMemory name;
  private NativeMemory data;
  private NativeMemory control;

  public MessageHeader() {
    octets.putLong(VECTORS, vector.address()).putLong(VECTOR_COUNT, 1);
  }

  /**
   * The address of the other side: whom to send to, or room for who has sent; 0: of no interest.
   */
  public void name(NativeMemory memory, int length) {
    name = memory;
    octets.putLong(NAME, length == 0 ? 0 : name.address()).putInt(NAME_LENGTH, length);
  }

  /** What to send, or room for what is received. */
  public void data(NativeMemory memory, int length) {
    data = memory;
    vector.octets().putLong(DATA, data.address()).putLong(DATA_LENGTH, length);
  }

  /** What goes beside it, or room for what comes so; cmsg(3). */
  public void control(NativeMemory memory, int length) {
    control = memory;
    octets.putLong(CONTROL, control.address()).putLong(CONTROL_LENGTH, length);
  }

  /** How much of the room the last message took. */
  public int controlLength() {
    return (int) octets.getLong(CONTROL_LENGTH);
  }

  /** What recvmsg(2) says of the last message: {@code MSG_TRUNC} and others. */
  public int flags() {
    return octets.getInt(FLAGS);
  }

  /** Octets sent, or {@code -errno}. */
  public int send(int fd, int how) {
    return Libc.sendmsg(fd, header.address(), how);
  }

  /** Octets received, or {@code -errno}. */
  public int receive(int fd, int how) {
    octets.putInt(FLAGS, 0);
    return Libc.recvmsg(fd, header.address(), how);
  }
}
