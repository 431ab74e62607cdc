package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What a container's process 1 owes to processes whose parent has gone: that somebody takes note of
 * their end. Our own children are taken note of within milliseconds by those who started them; so
 * whoever is still a zombie at the second look is an orphan. Confined to one thread, not the
 * loop's.
 */
public final class Orphans {
  private static final int WNOHANG = 1;
  private static final int WEXITED = 4;

  private final Path proc;
  private final long parent;
  private final IntConsumer reaper;
  private Set<Integer> seen = Set.of();

  /** Those that fall to this process. */
  public Orphans() {
    this(Path.of("/proc"), ProcessHandle.current().pid(), Orphans::waitFor);
  }

  Orphans(Path proc, long parent, IntConsumer reaper) {
    this.proc = proc;
    this.parent = parent;
    this.reaper = reaper;
  }

  private static void waitFor(int pid) {
    int _ = Libc.waitid(pid, NativeMemory.allocate(128), WEXITED | WNOHANG);
  }

  /** Ends the zombies that were there already the last time; call it every few seconds. */
  public void look() {
    Set<Integer> now = zombies();
    now.stream().filter(seen::contains).forEach(reaper::accept);
    seen = now;
  }

  private Set<Integer> zombies() {
    Set<Integer> found = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path entry : entries) {
        zombie(entry).ifPresent(found::add);
      }
    } catch (IOException _) {
      return found; // whatever was not seen now is seen the next time
    }
    return found;
  }

  /** proc(5), {@code stat}: behind the name in parentheses come the state and the parent. */
  private OptionalInt zombie(Path entry) {
    Optional<String> stat = read(entry.resolve("stat"));
    if (stat.isEmpty()) {
      return OptionalInt.empty();
    }
    String behindName = stat.get().substring(stat.get().lastIndexOf(')') + 1).strip();
    return behindName.startsWith("Z " + parent + " ")
        ? OptionalInt.of(Integer.parseInt(entry.getFileName().toString()))
        : OptionalInt.empty();
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException _) {
      return Optional.empty(); // gone meanwhile
    }
  }
}
