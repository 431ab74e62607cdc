package dev.vrrpd.track;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.track.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which processes are which tracked ones, by {@code /proc}. Zombies do not count. Used by one
 * thread, which may wait; never the loop.
 */
final class ProcessTable {
  private final Path proc;
  private List<ProcessCountConfig> configs = List.of();

  /** The names of the trackers each process belongs to; nobody's are left out. */
  private final Map<Integer, Set<String>> members = new HashMap<>();

  ProcessTable(Path proc) {
    this.proc = proc;
  }

  void use(List<ProcessCountConfig> others) {
    configs = others;
    scan();
  }

  /** Looks at everything anew. */
  void scan() {
    members.clear();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : all) {
        changed(Integer.parseInt(process.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A child is what its parent is until it runs something else. */
  void forked(int parent, int child) {
    Set<String> same = members.get(parent);
    if (same != null) {
      members.put(child, same);
    }
  }

  void changed(int pid) {
    Set<String> names = new HashSet<>();
    identity(pid)
        .ifPresent(identity -> {
          for (ProcessCountConfig config : configs) {
            if (identity.matches(config)) {
              names.add(config.name());
            }
          }
        });
    if (names.isEmpty()) {
      members.remove(pid);
    } else {
      members.put(pid, names);
    }
  }

  void exited(int pid) {
    members.remove(pid);
  }

  /** For every tracker, also those without any. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    configs.forEach(config -> counts.put(config.name(), 0));
    members.values().forEach(names -> names.forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts;
  }

  /** Empty if it is gone, or a zombie. */
  private Optional<ProcessIdentity> identity(int pid) {
    Path process = proc.resolve(Integer.toString(pid));
    try {
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
      int open = stat.indexOf('(');
      int close = stat.lastIndexOf(')');
      char state = stat.charAt(close + 2);
      if (state == 'Z' || state == 'X') {
        return Optional.empty();
      }
      List<String> arguments = byArguments() ? arguments(process) : List.of();
      return Optional.of(new ProcessIdentity(stat.substring(open + 1, close), arguments));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean byArguments() {
    return configs.stream().anyMatch(config -> config.match() != ProcessCountConfig.Match.NAME);
  }

  private static List<String> arguments(Path process) throws IOException {
    String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    List<String> arguments = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf('\0'); end >= 0; end = line.indexOf('\0', start)) {
      arguments.add(line.substring(start, end));
      start = end + 1;
    }
    if (start < line.length()) {
      arguments.add(line.substring(start));
    }
    return arguments;
  }
}
