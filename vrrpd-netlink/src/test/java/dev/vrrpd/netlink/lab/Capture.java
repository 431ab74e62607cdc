package dev.vrrpd.netlink.lab;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.Registration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Sees the Ethernet frames that arrive at one end, as hex digits. */
public final class Capture implements AutoCloseable {
  private final Pair.End end;
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final NativeMemory octets = NativeMemory.allocate(2048);
  private final int fd;
  private final Registration registration;

  private Capture(Pair.End end) {
    this.end = end;
    int everything = Short.toUnsignedInt(Short.reverseBytes((short) 3));
    this.fd =
        Libc.check(
            "socket", Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_NONBLOCK, everything));
    Libc.check("setsockopt", Libc.setsockopt(fd, 1, 33, 16 << 20), "SO_RCVBUFFORCE");
    this.registration = end.loop().register(fd, this::read);
  }

  public static Capture at(Pair.End end) {
    return end.on(() -> new Capture(end));
  }

  private void read() {
    int length = Libc.read(fd, octets);
    if (length > 0) {
      byte[] frame = new byte[length];
      octets.octets().get(0, frame);
      frames.add(HexFormat.of().formatHex(frame));
    }
  }

  /** The next frame that is looked for; those before it are passed over. */
  public String next(Predicate<String> wanted) {
    try {
      while (true) {
        String frame = frames.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("the frame never came");
        }
        if (wanted.test(frame)) {
          return frame;
        }
      }
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  @Override
  public void close() {
    end.on(() -> {
      registration.close();
      Libc.close(fd);
      return null;
    });
  }
}
