package dev.vrrpd.status;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UNIX socket, unix(7): whoever connects is written one document, and the connection is closed.
 * Nothing is read. Lives on a thread of its own with a bounded number of clients and a limit of
 * time for each: one that does not read delays others at worst, never an advertisement. A file that
 * a killed daemon left is replaced, one that somebody serves never.
 */
public final class StatusSocket implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");

  private static final int MOST_CLIENTS = 32;
  private static final long PATIENCE_MILLIS = 5_000;

  /** Java copies what it writes off the heap, and keeps the room. */
  private static final int AT_ONCE = 16_384;

  private final Path path;
  private final ServerSocketChannel listening;
  private final Selector selector;
  private final Supplier<String> document;
  private volatile boolean closed;

  /** What one client still has to get. */
  private record Client(ByteBuffer rest, long until) {}

  /** What became of {@link #start}. */
  public sealed interface Start {
    record Listening(StatusSocket socket) implements Start {}

    record Refused(String reason) implements Start {}
  }

  private StatusSocket(
      Path path, ServerSocketChannel listening, Selector selector, Supplier<String> document) {
    this.path = path;
    this.listening = listening;
    this.selector = selector;
    this.document = document;
  }

  /**
   * Begins to answer at {@code path}, whose directory has to be there.
   *
   * @param mode permissions of the socket
   * @param document made anew for each client, on the socket's thread
   */
  public static Start start(Path path, int mode, Supplier<String> document) {
    if (isServed(path)) {
      return new Start.Refused("another daemon answers there");
    }
    try {
      Files.deleteIfExists(path);
      ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        listening.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, permissions(mode));
        listening.configureBlocking(false);
        StatusSocket socket = new StatusSocket(path, listening, Selector.open(), document);
        Thread.ofPlatform().daemon().name("status").start(socket::serve);
        return new Start.Listening(socket);
      } catch (IOException e) {
        listening.close();
        throw e;
      }
    } catch (IOException e) {
      return new Start.Refused(e.toString());
    }
  }

  /** Somebody listens there; a full queue of clients counts as somebody. */
  public static boolean isServed(Path path) {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.configureBlocking(false);
      probe.connect(UnixDomainSocketAddress.of(path));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] all = PosixFilePermission.values();
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & (1 << (all.length - 1 - bit))) != 0) {
        granted.add(all[bit]);
      }
    }
    return granted;
  }

  private void serve() {
    try (selector;
        listening) {
      SelectionKey door = listening.register(selector, SelectionKey.OP_ACCEPT);
      while (!closed) {
        long clients = selector.keys().stream().filter(SelectionKey::isValid).count() - 1;
        door.interestOps(clients < MOST_CLIENTS ? SelectionKey.OP_ACCEPT : 0);
        selector.select(clients > 0 ? PATIENCE_MILLIS / 5 : 0);
        turn();
      }
    } catch (IOException e) {
      log.error("No more status: {}", e.toString());
    }
  }

  private void turn() throws IOException {
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      if (key.isValid() && key.isAcceptable()) {
        welcome();
      } else if (key.isValid()) {
        write(key);
      }
    }
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Client(var _, long until) && System.nanoTime() - until > 0) {
        key.channel().close();
      }
    }
  }

  private void welcome() throws IOException {
    SocketChannel channel = listening.accept();
    if (channel == null) {
      return;
    }
    channel.configureBlocking(false);
    try {
      write(channel.register(selector, SelectionKey.OP_WRITE, client()));
    } catch (RuntimeException defect) {
      log.error("a defect of the daemon; it goes on", defect);
      channel.close();
    }
  }

  private Client client() {
    return new Client(
        ByteBuffer.wrap(document.get().getBytes(StandardCharsets.UTF_8)),
        System.nanoTime() + PATIENCE_MILLIS * 1_000_000);
  }

  /** As much as there is room for; a client that broke off is nothing to tell anybody. */
  private static void write(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    ByteBuffer rest = ((Client) key.attachment()).rest();
    try {
      int written;
      do {
        ByteBuffer part = rest.slice(rest.position(), Math.min(AT_ONCE, rest.remaining()));
        written = channel.write(part);
        rest.position(rest.position() + written);
      } while (written > 0 && rest.hasRemaining());
      if (!rest.hasRemaining()) {
        channel.close();
      }
    } catch (IOException _) {
      channel.close();
    }
  }

  /** Nobody is answered any more, and the file is gone. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.debug("Left behind: {}", e.toString());
    }
  }
}
