package dev.vrrpd.door;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fifo(7) that gets a line for each event. Never waits for its reader: a line that does not fit
 * is lost whole, and counted. Made if it is not there, and then removed at the end; one that was
 * there is kept as it is.
 */
final class Fifo implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Fifo.class);

  /** PIPE_BUF of pipe(7): up to here a line is written whole or not at all. */
  private static final int LONGEST_LINE = 4096;

  private static final int FILE_TYPE = 0170000;
  private static final int FIFO_TYPE = 0010000;
  private static final int MODE = 0644;

  private final Path path;
  private final int fd;
  private final boolean made;
  private final NativeMemory line = NativeMemory.allocate(LONGEST_LINE);
  private long lost;
  private boolean losing;

  private Fifo(Path path, int fd, boolean made) {
    this.path = path;
    this.fd = fd;
    this.made = made;
  }

  /** Who owns a FIFO that has to be made. */
  record Owner(int uid, int gid) {}

  /** Opens both ends, so that it opens without a reader and stays open when one leaves. */
  static Fifo open(Path path, Owner owner) throws IOException {
    int result = Libc.mkfifo(path.toString(), MODE);
    boolean made = result >= 0;
    if (!made && result != -Errno.EEXIST) {
      throw new IOException("cannot make it: " + Errno.message(-result));
    }
    if (made) {
      Files.setAttribute(path, "unix:uid", owner.uid());
      Files.setAttribute(path, "unix:gid", owner.gid());
    }
    int fd = Libc.openPipe(path.toString());
    if (fd < 0) {
      throw new IOException("cannot open it: " + Errno.message(-fd));
    }
    if (!isFifo(fd)) {
      Libc.close(fd);
      throw new IOException("it is there and no FIFO");
    }
    return new Fifo(path, fd, made);
  }

  /** Asked of what was opened, not of what the name may mean by now. */
  private static boolean isFifo(int fd) throws IOException {
    int mode = (int) Files.getAttribute(Path.of("/proc/self/fd/" + fd), "unix:mode");
    return (mode & FILE_TYPE) == FIFO_TYPE;
  }

  Path path() {
    return path;
  }

  /** Lines that did not fit. */
  long lost() {
    return lost;
  }

  /** False for a line that is lost. */
  boolean write(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    boolean written = octets.length <= LONGEST_LINE && written(octets);
    if (!written) {
      lost++;
    }
    if (!written && !losing) {
      log.warn("notify FIFO {} is full, losing lines from '{}' on", path, text.strip());
    } else if (written && losing) {
      log.warn("notify FIFO {} takes lines again, {} were lost so far", path, lost);
    }
    losing = !written;
    return written;
  }

  private boolean written(byte[] octets) {
    line.octets().put(0, octets);
    return Libc.write(fd, line, octets.length) == octets.length;
  }

  @Override
  public void close() {
    Libc.close(fd);
    try {
      if (made) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      log.warn("cannot remove the notify FIFO {}: {}", path, e.getMessage());
    }
  }
}
