package dev.vrrpd.netlink.watch;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells that files of directories were written, replaced, moved or removed; inotify(7). Reads
 * nothing but the kernel's queue.
 *
 * <p>{@link #watch} looks up paths and so belongs on a thread that may wait; everything else
 * happens on the loop.
 */
public final class DirectoryWatch implements AutoCloseable {
  private static final int IN_CLOSE_WRITE = 0x8;
  private static final int IN_MOVED_FROM = 0x40;
  private static final int IN_MOVED_TO = 0x80;
  private static final int IN_DELETE = 0x200;
  private static final int IN_DELETE_SELF = 0x400;
  private static final int IN_MOVE_SELF = 0x800;
  private static final int IN_UNMOUNT = 0x2000;
  private static final int IN_Q_OVERFLOW = 0x4000;
  private static final int IN_IGNORED = 0x8000;
  private static final int IN_ONLYDIR = 0x0100_0000;
  private static final int WATCHED =
      IN_CLOSE_WRITE
          | IN_MOVED_FROM
          | IN_MOVED_TO
          | IN_DELETE
          | IN_DELETE_SELF
          | IN_MOVE_SELF
          | IN_ONLYDIR;
  private static final int GONE = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;

  /** Offsets of struct inotify_event. */
  private static final int MASK = 4;

  private static final int LENGTH = 12;
  private static final int NAME = 16;
  private static final int BUFFER = 16 * 1024;

  /** What happened. */
  public sealed interface Event {
    /** Something happened to the entry {@code name}. */
    record Touched(String directory, String name) implements Event {}

    /** The directory itself is gone, or is another one now: it is not watched any more. */
    record Gone(String directory) implements Event {}

    /** So much happened that some of it was not told. */
    record Overflow() implements Event {}
  }

  private final NativeMemory buffer = NativeMemory.allocate(BUFFER);
  private final int fd;
  private final Registration registration;
  private final Consumer<Event> onEvent;
  private final Map<Integer, String> directories = new ConcurrentHashMap<>();

  /** On the loop. */
  public DirectoryWatch(EventLoop loop, Consumer<Event> onEvent) {
    this.onEvent = onEvent;
    this.fd = Libc.check("inotify_init1", Libc.inotifyInit());
    this.registration = loop.register(fd, this::ready);
  }

  /**
   * From any thread: begins to watch a directory; 0, or {@code -errno}. What changes after this has
   * returned is told, so look at the files afterwards.
   */
  public int watch(String directory) {
    int watch = Libc.inotifyAddWatch(fd, directory, WATCHED);
    if (watch < 0) {
      return watch;
    }
    directories.put(watch, directory);
    return 0;
  }

  /** From any thread. */
  public void forget(String directory) {
    directories.forEach((watch, watched) -> {
      if (watched.equals(directory) && directories.remove(watch, directory)) {
        Libc.inotifyRemoveWatch(fd, watch);
      }
    });
  }

  private void ready() {
    for (int read = Libc.read(fd, buffer); read > 0; read = Libc.read(fd, buffer)) {
      int next = 0;
      while (next < read) {
        next = event(buffer.octets(), next);
      }
    }
  }

  private int event(ByteBuffer octets, int at) {
    int mask = octets.getInt(at + MASK);
    int length = octets.getInt(at + LENGTH);
    String directory = directories.get(octets.getInt(at));
    if ((mask & IN_Q_OVERFLOW) != 0) {
      onEvent.accept(new Event.Overflow());
    } else if (directory != null && (mask & GONE) != 0) {
      forget(directory);
      onEvent.accept(new Event.Gone(directory));
    } else if (directory != null) {
      onEvent.accept(new Event.Touched(directory, name(octets, at + NAME, length)));
    }
    return at + NAME + length;
  }

  /** Filled up with zeros. */
  private static String name(ByteBuffer octets, int at, int length) {
    byte[] name = new byte[length];
    octets.get(at, name);
    int end = 0;
    while (end < length && name[end] != 0) {
      end++;
    }
    return new String(name, 0, end, StandardCharsets.UTF_8);
  }

  /** On the loop. */
  @Override
  public void close() {
    registration.close();
    Libc.close(fd);
  }
}
